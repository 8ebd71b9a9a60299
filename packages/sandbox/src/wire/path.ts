/**
 * The labels of a path that a URI template describes, decoded, by name; nothing when it describes another path.
 * A trailing slash is as good as none: some clients send it, some do not.
 *
 * @param template such as `/backup-vaults/{BackupVaultName}/recovery-points`
 * @param path still percent-encoded
 */
export function matchPath(template: string, path: string): ReadonlyMap<string, string> | undefined {
  const names = segments(template);
  const values = segments(path);
  if (names.length !== values.length) return undefined;

  const labels = new Map<string, string>();
  for (const [position, name] of names.entries()) {
    const value = decoded(values[position] ?? '');
    if (name.startsWith('{')) {
      if (!value) return undefined;
      labels.set(name.slice(1, -1), value);
    } else if (name !== value) return undefined;
  }
  return labels;
}

function segments(path: string): string[] {
  return path.replace(/^\//, '').replace(/\/$/, '').split('/');
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
