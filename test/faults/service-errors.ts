import type { Answer, Asked } from './faulty-aws.js';

/** Returns true if a service answers in XML. */
export function isXml({ headers }: Answer): boolean {
  return (headers['content-type'] ?? '').includes('xml');
}

/** An error as the service of an operation writes it. */
export function serviceError({ operation, clean }: Asked, code: string, message: string, status = 400): Answer {
  const [service = ''] = operation.split(':');
  const headers = { 'content-type': clean.headers['content-type'] ?? 'application/json' };
  if (!isXml(clean)) {
    return {
      status,
      headers: { ...headers, 'x-amzn-errortype': code },
      body: JSON.stringify({ __type: code, message }),
    };
  }
  const error = `<Code>${code}</Code><Message>${message}</Message>`;
  if (service === 's3') return { status, headers, body: `<Error>${error}</Error>` };
  if (service === 'ec2')
    return { status, headers, body: `<Response><Errors><Error>${error}</Error></Errors></Response>` };
  return { status, headers, body: `<ErrorResponse><Error><Type>Sender</Type>${error}</Error></ErrorResponse>` };
}
