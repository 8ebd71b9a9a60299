/** The messages about a resource that is not backed up, by id. */
export const failures = {
  stale: {
    status: 'fail',
    severity: 'high',
    text: '{name} is in {plans}, but its newest usable backup is from {restorable}, {age} ago; the limit is {allowed}. Backup jobs: {jobs}.',
    meaning: 'in a plan, but the newest usable backup is too old',
  },
  'stale-when-stopped': {
    status: 'fail',
    severity: 'high',
    text: '{name} has been stopped since {since}. It is in {plans}, but its newest usable backup is from {restorable}, {age} before it stopped; the limit is {allowed}.',
    meaning: 'a stopped database whose newest usable backup was too old when it stopped',
  },
  'stale-promise-broken': {
    status: 'fail',
    severity: 'high',
    text: '{name} is in {plans}, but can no longer be backed up: {problem}. Its newest usable backup is from {restorable}, {age} ago; the limit is {allowed}.',
    meaning: 'the newest usable backup is too old, and its plan can never make another',
  },
  'stale-since-infected': {
    status: 'fail',
    severity: 'high',
    text: '{name} is in {plans}, but its newest clean backup is from {restorable}, {age} ago; the limit is {allowed}. A malware scan found something in its newest recovery point, from {infected}.',
    meaning: 'newer recovery points are infected, and the newest clean one is too old',
  },
  'promise-broken': {
    status: 'fail',
    severity: 'critical',
    text: '{name} is in {plans}, but cannot be backed up: {problem}.',
    meaning:
      'in a plan that can never back it up: its vault does not exist, the lock of the vault refuses it, its schedule never runs, a bucket has no versioning, ...',
  },
  'native-despite-plan': {
    status: 'fail',
    severity: 'high',
    text: '{name} is in {plans}, but has no recovery point ({why}). It can be restored as of {restorable} from its {kind}.',
    meaning: 'in a plan that has made no recovery point; only native backups can restore a recent moment',
  },
  'not-run-yet': {
    status: 'fail',
    severity: 'critical',
    text: '{name} has no backup yet. It is in {plans}, created on {created}, {age} ago; the first run is due at {first}.',
    meaning: 'older than its plan, whose first run is still to come',
  },
  'never-backed-up': {
    status: 'fail',
    severity: 'critical',
    text: '{name} is in {plans}, but has no recovery point. Backup jobs: {jobs}.',
    meaning: 'in a plan, but there is no recovery point',
  },
  'no-usable-point': {
    status: 'fail',
    severity: 'critical',
    text: '{name} is in {plans}, but none of its recovery points is usable: {reasons}. Backup jobs: {jobs}.',
    meaning: 'in a plan, but its points are expired, partial, being deleted, ...',
  },
  'only-infected': {
    status: 'fail',
    severity: 'high',
    text: '{name} is in {plans}, but none of its recovery points is clean: {reasons}. The newest, in which a malware scan found something, is from {infected}.',
    meaning: 'in a plan, but a malware scan found something in every point that could be restored',
  },
  'continuous-stopped': {
    status: 'fail',
    severity: 'critical',
    text: '{name} is in {plans}, but its continuous backup has stopped and none of its recovery points is usable. Backup jobs: {jobs}.',
    meaning: 'in a plan, but its continuous backup has stopped',
  },
  'plan-gone': {
    status: 'fail',
    severity: 'high',
    text: '{name} is in no backup plan. Its newest usable backup is from {newest} (deletion: {deletion}). Nearest match: {nearest}.',
    meaning: 'no longer in a plan; old points remain',
  },
  'plan-gone-unusable': {
    status: 'fail',
    severity: 'critical',
    text: '{name} is in no backup plan, and none of its recovery points is usable: {reasons}. Nearest match: {nearest}.',
    meaning: 'no longer in a plan, and the points that remain are expired, partial, infected, ...',
  },
  unprotected: {
    status: 'fail',
    severity: 'critical',
    text: '{name} is in no backup plan and has none of these: {kinds}. Nearest match: {nearest}.',
    meaning: 'in no plan, without points or native backups',
  },
  'manual-only': {
    status: 'fail',
    severity: 'high',
    text: '{name} is in no backup plan. It has {kind}, the newest from {restorable}, which is not enough unless the option acceptManual is set. Nearest match: {nearest}.',
    meaning: 'in no plan, and its only backups were made by hand, which the options do not accept',
  },
  'native-stale': {
    status: 'fail',
    severity: 'high',
    text: '{name} is in no backup plan, and its {kind} can restore nothing from the last {allowed}. Latest restorable time: {restorable}.',
    meaning: 'in no plan, and its native backups cannot restore a recent moment',
  },
  'versioning-only': {
    status: 'fail',
    severity: 'high',
    text: '{name} is in no backup plan. Earlier versions of its objects are {kept}, which is not enough unless the option acceptVersioning is set: a rule of its lifecycle, a bucket policy or an owner can remove what no lock keeps. Nearest match: {nearest}.',
    meaning: 'a bucket in no plan whose only way back is earlier versions of its objects',
  },
  'native-not-accepted': {
    status: 'fail',
    severity: 'medium',
    text: '{name} is in no backup plan. It has {kind}, which is not enough unless the option acceptNative is set. Nearest match: {nearest}.',
    meaning: "in no plan, and the options do not accept the service's own backups",
  },
  'service-backups-stale': {
    status: 'fail',
    severity: 'high',
    text: '{name} has {kind}, but can restore nothing from the last {allowed}. Latest restorable time: {restorable}.',
    meaning:
      'of a type that AWS Backup does not support, and the backups of its service cannot restore a recent moment',
  },
  'service-backups-not-accepted': {
    status: 'fail',
    severity: 'high',
    text: '{name} has {kind}, which is not enough unless the option {option} is set. AWS Backup does not support its type.',
    meaning: 'of a type that AWS Backup does not support, and the options do not accept the backups of its service',
  },
  'service-unprotected': {
    status: 'fail',
    severity: 'critical',
    text: '{name} has none of these: {kinds}. AWS Backup does not support its type.',
    meaning: 'of a type that AWS Backup does not support, without backups of its service',
  },
} as const;
