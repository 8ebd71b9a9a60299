/** An independent reading of AWS's cron syntax, for tests; it comes without types. Throws if an expression is invalid. */
declare module 'aws-cron-expression-validator' {
  export function awsCronExpressionValidator(expression: string): object;
}
