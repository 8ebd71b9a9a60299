interface Node<Value> {
  readonly children: WeakMap<object, Node<Value>>;
  readonly values: Map<string, Value>;
}

/** Gives what was made before of the very same objects and key, or makes it. */
export type Recall<Value extends object> = (objects: readonly object[], key: string, make: () => Value) => Value;

/**
 * Remembers what was made of objects that thousands of dossiers share: the schedules of a plan, the options. It goes by
 * their identity, so it can never mix two inventories up, and forgets what it made as soon as the objects are gone.
 */
export function identityCache<Value extends object>(): Recall<Value> {
  const root = emptyNode<Value>();
  return (objects, key, make) => {
    let node = root;
    for (const object of objects) node = childOf(node, object);
    const known = node.values.get(key);
    if (known !== undefined) return known;
    const value = make();
    node.values.set(key, value);
    return value;
  };
}

function emptyNode<Value>(): Node<Value> {
  return { children: new WeakMap(), values: new Map() };
}

function childOf<Value>({ children }: Node<Value>, object: object): Node<Value> {
  const known = children.get(object);
  if (known !== undefined) return known;
  const child = emptyNode<Value>();
  children.set(object, child);
  return child;
}
