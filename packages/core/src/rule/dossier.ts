import type { BackupPlan } from '../model/backup-plan.js';
import type { Instant } from '../model/instant.js';
import type { Inventory } from '../model/inventory.js';
import type { Resource } from '../model/resource.js';
import type { RestoreTestingPlan } from '../model/restore-testing.js';
import type { Scope } from '../model/scope.js';
import type { Vault } from '../model/vault.js';
import type { EvidenceByKind, EvidenceKind, EvidenceKindOf, ResourceKind } from './evidence-kind.js';
import type { SubjectKind } from './subject-kind.js';

type WithoutTags<Of> = Of extends unknown ? Omit<Of, 'tags'> : never;

/** A resource as a rule sees it. Its tags are evidence, which a rule declares: `needs: { tags: ... }`. */
export type JudgedResource = WithoutTags<Resource>;

/** The thing that is judged, by the kind of subject. An account is one account in one Region. */
export interface SubjectByKind {
  readonly resource: JudgedResource;
  readonly vault: Vault;
  readonly plan: BackupPlan | RestoreTestingPlan;
  readonly account: Scope;
}

/**
 * The facts of the inventory about one subject, restricted to the kinds of evidence that a rule needs. Frozen. A rule that
 * judges several kinds of subject distinguishes them by the property that the dossier has: `'plan' in dossier`.
 */
export type Dossier<
  Kind extends EvidenceKind = ResourceKind,
  Subject extends SubjectKind = 'resource',
> = Subject extends SubjectKind ? DossierOf<Kind, Subject> : never;

type DossierOf<Kind extends EvidenceKind, Subject extends SubjectKind> = Pick<EvidenceByKind, Kind> &
  Pick<SubjectByKind, Subject> & {
    /**
     * The moment from which backups contain what is judged, such as the attachment of a volume; earlier backups are not
     * among the evidence. Absent: since the resource was created.
     */
    readonly evidenceFrom?: Instant;
    /** The kinds of its evidence that could not all be read: there may be more of them. */
    readonly unread: readonly EvidenceKind[];
  };

/** A dossier of any subject. */
export type AnyDossier = { readonly [Subject in SubjectKind]: Dossier<EvidenceKindOf<Subject>, Subject> }[SubjectKind];

/** The evidence that the whole scan has in common. None of it grows with the number of resources. */
export type CommonEvidence = Pick<
  Inventory,
  | 'scopes'
  | 'backupPlans'
  | 'backupSelections'
  | 'restoreTestingPlans'
  | 'restoreTestingSelections'
  | 'regionSettings'
  | 'globalSettings'
  | 'vaults'
  | 'vaultPolicies'
  | 'backupKeys'
  | 'recycleBinRules'
  | 'disabledImages'
  | 'vaultApprovals'
  | 'encryptionKeys'
  | 'legalHolds'
  | 'accounts'
>;
