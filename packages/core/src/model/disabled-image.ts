import type { Scope } from './scope.js';

/**
 * An image of EC2 that is disabled: nothing is launched of it until it is enabled again. EC2 lets the images of AWS Backup be
 * disabled too, those in locked vaults included.
 *
 * @source API (Amazon EC2) DescribeImages IncludeDisabled, DisableImage; Amazon EC2 User Guide, disable-an-ami
 */
export interface DisabledImage {
  readonly scope: Scope;
  /** As recovery points have it: `arn:aws:ec2:eu-west-1::image/ami-0123456789abcdef0`. */
  readonly arn: string;
}
