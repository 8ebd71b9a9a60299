/** The variables of the environment whose values give access to AWS, or let one post in its channels. */
const VARIABLES = [
  ...(['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_CONTAINER_AUTHORIZATION_TOKEN'] as const),
  ...(['BACKPROOF_SLACK_URL', 'BACKPROOF_TEAMS_URL', 'BACKPROOF_WEBHOOK_URL'] as const),
];

/** The secrets that a command was given by its arguments and its environment: no message repeats them. */
export function secretsIn(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const externalIds = args.flatMap((arg, index) => {
    if (arg === '--external-id') return args[index + 1] ?? [];
    return arg.startsWith('--external-id=') ? arg.slice('--external-id='.length) : [];
  });
  const ofProxies = PROXIES.flatMap((name) => passwordsIn(environment[name]));
  return [...externalIds, ...VARIABLES.flatMap((name) => environment[name] ?? []), ...ofProxies];
}

/** The variables that name proxies, whose URLs may have a password. */
const PROXIES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'] as const;

/** The password of a URL, with its user and without. */
function passwordsIn(url = ''): readonly string[] {
  const [, user = ''] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?([^/]*)@/i.exec(url) ?? [];
  const password = user.slice(user.indexOf(':') + 1);
  return user.includes(':') && password !== '' ? [user, password] : [];
}
