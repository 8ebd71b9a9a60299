import { describe, expect, it } from '@jest/globals';
import { masked, quoted, shortened } from './stranger-text.js';

const TOKEN = `IQoJb3JpZ2luX2VjE${'Q7x/+'.repeat(30)}==`;

describe('masked', () => {
  it.each([
    ['cannot reach https://ada:hunter2@proxy.example/x', 'cannot reach https://***@proxy.example/x'],
    ['ssh+git://token@host', 'ssh+git://***@host'],
    [
      'Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261122/eu-west-1/sts/aws4_request, SignedHeaders=host, Signature=5d672d79',
      'Authorization: ***',
    ],
    ['{"Authorization":"Bearer abc.def","host":"x"}', '{"Authorization":"***","host":"x"}'],
    ['authorization=Basic YWRhOmh1bnRlcjI=', 'authorization=***'],
    ['Cookie: session=abc; theme=dark', 'Cookie: ***'],
    ['x-amz-security-token: abc+/= and more', 'x-amz-security-token: *** and more'],
    ['GET /?X-Amz-Signature=5d672d79&X-Amz-Date=1 failed', 'GET /?X-Amz-Signature=***&X-Amz-Date=1 failed'],
    ['Action=AssumeRole&ExternalId=canary&RoleArn=arn', 'Action=AssumeRole&ExternalId=***&RoleArn=arn'],
    ['the external id: canary is wrong', 'the external id: *** is wrong'],
    ['<ExternalId>canary 1</ExternalId>', '<ExternalId>***</ExternalId>'],
    ['{"SecretAccessKey": "wJalr", "SessionToken":"abc"}', '{"SecretAccessKey": "***", "SessionToken":"***"}'],
    ['aws_secret_access_key = wJalrXUtnFEMI', 'aws_secret_access_key = ***'],
    ['password=hunter2; token=abc', 'password=***; token=***'],
    ['key ASIAIOSFODNN7EXAMPLE is unknown', 'key *** is unknown'],
    [`the token ${TOKEN} has expired`, 'the token *** has expired'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J', '***'],
    ['-----BEGIN PRIVATE KEY-----\nMC4CAQ\n-----END PRIVATE KEY-----', '-----BEGIN PRIVATE KEY-----***'],
  ])('hides what %j gives away', (text, shown) => {
    expect(masked(text)).toBe(shown);
  });

  it.each([
    'ExpiredToken: The security token included in the request is expired',
    'User: arn:aws:sts::111111111111:assumed-role/Backproof/ci is not authorized to perform: backup:ListBackupPlans',
    'AccessDeniedException: no identity-based policy allows the action',
    'InvalidClientTokenId: The security token included in the request is invalid',
    'arn:aws:backup:eu-west-1:111111111111:recovery-point:1eb3b5e7-9eb0-435a-a80b-108b488b0d45',
    'cannot read /home/ada@example/inventory.ndjson.gz',
    'role AROAJQABLZS4A3QDU576Q',
    'aws/secretsmanager: no such service',
  ])('leaves %j as it is', (text) => {
    expect(masked(text)).toBe(text);
  });

  it('hides the secrets in use, whatever their form', () => {
    expect(masked('echo: canary-7 said canary-7', ['canary-7', ''])).toBe('echo: *** said ***');
    expect(masked('a cat', ['a'])).toBe('a cat');
  });

  it('takes no longer for a text made to be long', () => {
    const text = `${'token'.repeat(20_000)}${'a://'.repeat(20_000)}${'x-amz-'.repeat(20_000)}`;
    expect(masked(text)).toBe(text);
  });
});

it('shortened cuts long values in their middle, and long messages at their end', () => {
  const long = 'x'.repeat(500);
  expect(shortened(`rule "${long}" is not known`)).toBe(`rule "${'x'.repeat(119)}…${'x'.repeat(39)}" is not known`);
  expect(shortened('word '.repeat(1000))).toHaveLength(2000);
  const arn = `arn:aws:ec2:eu-west-1:111111111111:volume/${'v'.repeat(200)}`;
  expect(shortened(arn)).toBe(arn);
});

it('quoted keeps neither a page nor a secret', () => {
  const page = `<html>${'<p>token=abc</p> '.repeat(1_000_000)}`;
  expect(quoted(page).length).toBeLessThan(2001);
  expect(quoted(page)).not.toContain('abc');
});
