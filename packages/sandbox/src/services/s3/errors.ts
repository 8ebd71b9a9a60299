import { ServiceError } from '../../wire/service-error.js';

/** @source API (Amazon S3) ErrorResponses: the codes, messages and statuses here */
export function noSuchBucket(BucketName: string): ServiceError {
  return new ServiceError('NoSuchBucket', 'The specified bucket does not exist', 404, { BucketName });
}

/** The bucket belongs to another account, or not to the one that the caller expects. */
export function accessDenied(): ServiceError {
  return new ServiceError('AccessDenied', 'Access Denied', 403);
}

/** The bucket is in another Region than the one called: the answer names the right one. */
export function permanentRedirect(Bucket: string, region: string): ServiceError {
  const message =
    'The bucket you are attempting to access must be addressed using the specified endpoint. ' +
    'Please send all future requests to this endpoint.';
  const details = { Endpoint: `${Bucket}.s3.${region}.amazonaws.com`, Bucket };
  return new ServiceError('PermanentRedirect', message, 301, details, { 'x-amz-bucket-region': region });
}

/** The bucket has no configuration of this kind. */
export function notConfigured(code: string, message: string, BucketName: string): ServiceError {
  return new ServiceError(code, message, 404, { BucketName });
}

/** A value of the request is not valid. */
export function invalidArgument(message: string, ArgumentName: string, ArgumentValue: string): ServiceError {
  return new ServiceError('InvalidArgument', message, 400, { ArgumentName, ArgumentValue });
}
