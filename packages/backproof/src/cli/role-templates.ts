import type { IamPolicy } from '@backproof/aws';

/**
 * A CloudFormation template of the role that a scan assumes in an account, for a stack or a StackSet.
 * @source CloudFormation User Guide, AWS::IAM::Role
 */
export function cloudFormationTemplate(policy: IamPolicy, roleName: string): string {
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'The role by which Backproof reads this account. It can change nothing.',
    Parameters: {
      TrustedPrincipal: {
        Type: 'String',
        AllowedPattern: 'arn:[^:]+:iam::[0-9]{12}:.+',
        Description: 'The ARN of who scans: a role, a user, or an account such as arn:aws:iam::111111111111:root',
      },
      ExternalId: { Type: 'String', Default: '', Description: 'The external ID that scans give, if they give one' },
    },
    Conditions: { HasExternalId: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'ExternalId' }, ''] }] } },
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: roleName,
          AssumeRolePolicyDocument: trust(
            { Ref: 'TrustedPrincipal' },
            {
              'Fn::If': [
                'HasExternalId',
                { StringEquals: { 'sts:ExternalId': { Ref: 'ExternalId' } } },
                { Ref: 'AWS::NoValue' },
              ],
            },
          ),
          Policies: [{ PolicyName: 'BackproofReadOnly', PolicyDocument: policy }],
        },
      },
    },
    Outputs: { RoleArn: { Value: { 'Fn::GetAtt': ['Role', 'Arn'] } } },
  };
  return `${JSON.stringify(template, null, 2)}\n`;
}

function trust(principal: object, condition: object) {
  const allow = { Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole', Condition: condition };
  return { Version: '2012-10-17', Statement: [allow] };
}

/** A Terraform module of the same role. @source Terraform Registry, hashicorp/aws: aws_iam_role, aws_iam_role_policy */
export function terraformModule(policy: IamPolicy, roleName: string): string {
  return `variable "trusted_principal" {
  description = "The ARN of who scans: a role, a user, or an account such as arn:aws:iam::111111111111:root"
  type        = string
}

variable "external_id" {
  description = "The external ID that scans give, if they give one"
  type        = string
  default     = null
}

# The role by which Backproof reads this account. It can change nothing.
resource "aws_iam_role" "backproof" {
  name = "${roleName}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [merge(
      {
        Effect    = "Allow"
        Principal = { AWS = var.trusted_principal }
        Action    = "sts:AssumeRole"
      },
      var.external_id == null ? {} : { Condition = { StringEquals = { "sts:ExternalId" = var.external_id } } },
    )]
  })
}

resource "aws_iam_role_policy" "backproof" {
  name = "BackproofReadOnly"
  role = aws_iam_role.backproof.id

  policy = <<-POLICY
${indented(JSON.stringify(policy, null, 2))}
  POLICY
}

output "role_arn" {
  value = aws_iam_role.backproof.arn
}
`;
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}
