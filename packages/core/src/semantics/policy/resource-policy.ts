/** A statement of a policy that is attached to a resource. A member that is absent was not written. */
export interface PolicyStatement {
  readonly effect: string;
  readonly principal?: Principals;
  readonly notPrincipal?: Principals;
  readonly action?: readonly string[];
  readonly notAction?: readonly string[];
  readonly resource?: readonly string[];
  readonly notResource?: readonly string[];
  readonly conditions: readonly PolicyCondition[];
}

/** The principals of a statement, by their kind: `AWS`, `Service`, `Federated`. `*` alone is everybody. */
export type Principals = '*' | Readonly<Record<string, readonly string[]>>;

/** One key of one operator of a condition. It is met by one of the values, or for a negated operator by none of them. */
export interface PolicyCondition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** The statements of a policy in JSON; undefined if it is not one. @source IAM User Guide, reference_policies_grammar */
export function policyStatements(json: string): readonly PolicyStatement[] | undefined {
  const policy = parsed(json);
  if (!isObject(policy) || policy.Statement === undefined) return undefined;
  return listOf(policy.Statement).map((statement) => statementOf(statement) ?? UNREADABLE);
}

/** A statement that is not written as the grammar of policies asks: it may do anything. */
const UNREADABLE: PolicyStatement = { effect: 'unreadable', conditions: [] };

function statementOf(value: unknown): PolicyStatement | undefined {
  if (!isObject(value) || typeof value.Effect !== 'string') return undefined;
  const conditions = conditionsOf(value.Condition);
  const [principal, notPrincipal] = [principalsOf(value.Principal), principalsOf(value.NotPrincipal)];
  const [action, notAction] = [textsOf(value.Action), textsOf(value.NotAction)];
  const [resource, notResource] = [textsOf(value.Resource), textsOf(value.NotResource)];
  if (conditions === undefined) return undefined;
  const members = { principal, notPrincipal, action, notAction, resource, notResource };
  if (Object.values(members).includes(INVALID)) return undefined;
  const written = Object.entries(members).filter(([, member]) => member !== undefined);
  return { effect: value.Effect, conditions, ...Object.fromEntries(written) };
}

/** Stands for a member that is written, but not as the grammar of policies asks. */
const INVALID = 'invalid';

type Member<Read> = Read | undefined | typeof INVALID;

function principalsOf(value: unknown): Member<Principals> {
  if (value === undefined || value === '*') return value;
  if (!isObject(value)) return INVALID;
  const read: [kind: string, names: readonly string[]][] = [];
  for (const [kind, names] of Object.entries(value)) {
    const texts = textsOf(names);
    if (texts === undefined || texts === INVALID) return INVALID;
    read.push([kind, texts]);
  }
  return Object.fromEntries(read);
}

function textsOf(value: unknown): Member<readonly string[]> {
  if (value === undefined) return undefined;
  const texts = listOf(value);
  return texts.every((text) => typeof text === 'string') ? texts : INVALID;
}

/** @source IAM User Guide, reference_policies_elements_condition: values may be texts, numbers and booleans */
function conditionsOf(value: unknown): readonly PolicyCondition[] | undefined {
  if (value === undefined) return [];
  if (!isObject(value)) return undefined;
  const conditions: PolicyCondition[] = [];
  for (const [operator, keys] of Object.entries(value)) {
    if (!isObject(keys)) return undefined;
    for (const [key, values] of Object.entries(keys)) {
      conditions.push({ operator, key, values: listOf(values).map(String) });
    }
  }
  return conditions;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    return value;
  } catch {
    return undefined;
  }
}
