/** What the tests use of a package that has no types. */
declare module 'asl-validator' {
  interface Validation {
    readonly isValid: boolean;
    readonly errorsText: (separator: string) => string;
  }
  const validate: (definition: object) => Validation;
  export default validate;
}
