import type { FilterNames } from './filters.js';

/** @source EC2 API Reference, DescribeInstances, Filter.N. An instance has its reservation's members beside its own. */
export const INSTANCE_FILTERS: FilterNames = {
  names: [
    ...['affinity', 'architecture', 'availability-zone', 'availability-zone-id'],
    ...['block-device-mapping.attach-time', 'block-device-mapping.delete-on-termination'],
    ...['block-device-mapping.device-name', 'block-device-mapping.status'],
    ...['block-device-mapping.volume-id', 'boot-mode', 'capacity-reservation-id', 'client-token'],
    ...['current-instance-boot-mode', 'dns-name', 'ebs-optimized', 'ena-support'],
    ...['enclave-options.enabled', 'hibernation-options.configured', 'host-id', 'hypervisor'],
    ...['iam-instance-profile.arn', 'iam-instance-profile.id', 'image-id', 'instance-id'],
    ...['instance-lifecycle', 'instance-state-code', 'instance-state-name', 'instance-type'],
    ...['instance.group-id', 'instance.group-name', 'ip-address', 'ipv6-address', 'kernel-id'],
    ...['key-name', 'launch-index', 'launch-time', 'maintenance-options.auto-recovery'],
    ...['metadata-options.http-endpoint', 'metadata-options.http-protocol-ipv4'],
    ...['metadata-options.http-protocol-ipv6', 'metadata-options.http-put-response-hop-limit'],
    ...['metadata-options.http-tokens', 'metadata-options.instance-metadata-tags'],
    ...['metadata-options.state', 'monitoring-state'],
    ...['network-interface.addresses.association.allocation-id'],
    ...['network-interface.addresses.association.association-id'],
    ...['network-interface.addresses.association.carrier-ip'],
    ...['network-interface.addresses.association.customer-owned-ip'],
    ...['network-interface.addresses.association.ip-owner-id'],
    ...['network-interface.addresses.association.public-dns-name'],
    ...['network-interface.addresses.association.public-ip', 'network-interface.addresses.primary'],
    ...['network-interface.addresses.private-dns-name'],
    ...['network-interface.addresses.private-ip-address'],
    ...['network-interface.association.allocation-id', 'network-interface.association.association-id'],
    ...['network-interface.association.carrier-ip', 'network-interface.association.customer-owned-ip'],
    ...['network-interface.association.ip-owner-id', 'network-interface.association.public-dns-name'],
    ...['network-interface.association.public-ip', 'network-interface.attachment.attach-time'],
    ...['network-interface.attachment.attachment-id'],
    ...['network-interface.attachment.delete-on-termination'],
    ...['network-interface.attachment.device-index', 'network-interface.attachment.instance-id'],
    ...['network-interface.attachment.instance-owner-id'],
    ...['network-interface.attachment.network-card-index', 'network-interface.attachment.status'],
    ...['network-interface.availability-zone', 'network-interface.deny-all-igw-traffic'],
    ...['network-interface.description', 'network-interface.group-id', 'network-interface.group-name'],
    ...['network-interface.ipv4-prefixes.ipv4-prefix', 'network-interface.ipv6-address'],
    ...['network-interface.ipv6-addresses.ipv6-address'],
    ...['network-interface.ipv6-addresses.is-primary-ipv6', 'network-interface.ipv6-native'],
    ...['network-interface.ipv6-prefixes.ipv6-prefix', 'network-interface.mac-address'],
    ...['network-interface.network-interface-id', 'network-interface.operator.managed'],
    ...['network-interface.operator.principal', 'network-interface.outpost-arn'],
    ...['network-interface.owner-id', 'network-interface.private-dns-name'],
    ...['network-interface.private-ip-address', 'network-interface.public-dns-name'],
    ...['network-interface.requester-id', 'network-interface.requester-managed'],
    ...['network-interface.status', 'network-interface.source-dest-check'],
    ...['network-interface.subnet-id', 'network-interface.tag-key', 'network-interface.tag-value'],
    ...['network-interface.vpc-id', 'network-performance-options.bandwidth-weighting'],
    ...['operator.managed', 'operator.principal', 'outpost-arn', 'owner-id', 'placement-group-name'],
    ...['placement-partition-number', 'platform', 'platform-details', 'private-dns-name'],
    ...['private-dns-name-options.enable-resource-name-dns-a-record'],
    ...['private-dns-name-options.enable-resource-name-dns-aaaa-record'],
    ...['private-dns-name-options.hostname-type', 'private-ip-address', 'product-code'],
    ...['product-code.type', 'ramdisk-id', 'reason', 'requester-id', 'reservation-id'],
    ...['root-device-name', 'root-device-type', 'source-dest-check', 'spot-instance-request-id'],
    ...['state-reason-code', 'state-reason-message', 'subnet-id', 'tag-key', 'tenancy', 'tpm-support'],
    ...['usage-operation', 'usage-operation-update-time', 'virtualization-type', 'vpc-id'],
  ],
  places: {
    affinity: 'Placement.Affinity',
    'availability-zone': 'Placement.AvailabilityZone',
    'availability-zone-id': 'Placement.AvailabilityZoneId',
    'host-id': 'Placement.HostId',
    'placement-group-name': 'Placement.GroupName',
    'placement-partition-number': 'Placement.PartitionNumber',
    tenancy: 'Placement.Tenancy',
    'block-device-mapping.attach-time': 'BlockDeviceMappings.Ebs.AttachTime',
    'block-device-mapping.delete-on-termination': 'BlockDeviceMappings.Ebs.DeleteOnTermination',
    'block-device-mapping.device-name': 'BlockDeviceMappings.DeviceName',
    'block-device-mapping.status': 'BlockDeviceMappings.Ebs.Status',
    'block-device-mapping.volume-id': 'BlockDeviceMappings.Ebs.VolumeId',
    'dns-name': 'PublicDnsName',
    'instance-state-code': 'State.Code',
    'instance-state-name': 'State.Name',
    'instance.group-id': 'SecurityGroups.GroupId',
    'instance.group-name': 'SecurityGroups.GroupName',
    'ip-address': 'PublicIpAddress',
    'launch-index': 'AmiLaunchIndex',
    'monitoring-state': 'Monitoring.State',
    'network-interface.network-interface-id': 'NetworkInterfaces.NetworkInterfaceId',
    'network-interface.subnet-id': 'NetworkInterfaces.SubnetId',
    'network-interface.vpc-id': 'NetworkInterfaces.VpcId',
    'product-code': 'ProductCodes.ProductCodeId',
    'product-code.type': 'ProductCodes.ProductCodeType',
    reason: 'StateTransitionReason',
    'state-reason-code': 'StateReason.Code',
    'state-reason-message': 'StateReason.Message',
  },
};

/** @source EC2 API Reference, DescribeVolumes, Filter.N. */
export const VOLUME_FILTERS: FilterNames = {
  names: [
    ...['attachment.attach-time', 'attachment.delete-on-termination', 'attachment.device'],
    ...['attachment.instance-id', 'attachment.status', 'availability-zone', 'availability-zone-id'],
    ...['create-time', 'encrypted', 'fast-restored', 'multi-attach-enabled', 'operator.managed'],
    ...['operator.principal', 'size', 'snapshot-id', 'status', 'tag-key', 'volume-id', 'volume-type'],
  ],
  places: {
    'attachment.attach-time': 'Attachments.AttachTime',
    'attachment.delete-on-termination': 'Attachments.DeleteOnTermination',
    'attachment.device': 'Attachments.Device',
    'attachment.instance-id': 'Attachments.InstanceId',
    'attachment.status': 'Attachments.State',
    status: 'State',
  },
};

/** @source EC2 API Reference, DescribeSnapshots, Filter.N. */
export const SNAPSHOT_FILTERS: FilterNames = {
  names: [
    ...['description', 'encrypted', 'owner-alias', 'owner-id', 'progress', 'snapshot-id', 'start-time'],
    ...['status', 'storage-tier', 'transfer-type', 'tag-key', 'volume-id', 'volume-size'],
  ],
  places: {
    status: 'State',
  },
};

/** @source EC2 API Reference, DescribeLockedSnapshots, Filter.N. */
export const LOCK_FILTERS: FilterNames = { names: ['lock-state'], places: {} };

/** @source EC2 API Reference, DescribeImages, Filter.N. */
export const IMAGE_FILTERS: FilterNames = {
  names: [
    ...['architecture', 'block-device-mapping.delete-on-termination'],
    ...['block-device-mapping.device-name', 'block-device-mapping.snapshot-id'],
    ...['block-device-mapping.volume-size', 'block-device-mapping.volume-type'],
    ...['block-device-mapping.encrypted', 'creation-date', 'description', 'ena-support'],
    ...['free-tier-eligible', 'hypervisor', 'image-allowed', 'image-id', 'image-type', 'is-public'],
    ...['kernel-id', 'manifest-location', 'name', 'owner-alias', 'owner-id', 'platform'],
    ...['product-code', 'product-code.type', 'ramdisk-id', 'root-device-name', 'root-device-type'],
    ...['source-image-id', 'source-image-region', 'source-instance-id', 'state', 'state-reason-code'],
    ...['state-reason-message', 'sriov-net-support', 'tag-key', 'virtualization-type'],
  ],
  places: {
    'block-device-mapping.delete-on-termination': 'BlockDeviceMappings.Ebs.DeleteOnTermination',
    'block-device-mapping.device-name': 'BlockDeviceMappings.DeviceName',
    'block-device-mapping.snapshot-id': 'BlockDeviceMappings.Ebs.SnapshotId',
    'block-device-mapping.volume-size': 'BlockDeviceMappings.Ebs.VolumeSize',
    'block-device-mapping.volume-type': 'BlockDeviceMappings.Ebs.VolumeType',
    'block-device-mapping.encrypted': 'BlockDeviceMappings.Ebs.Encrypted',
    'is-public': 'Public',
    'manifest-location': 'ImageLocation',
    'owner-alias': 'ImageOwnerAlias',
    'product-code': 'ProductCodes.ProductCodeId',
    'product-code.type': 'ProductCodes.ProductCodeType',
    'state-reason-code': 'StateReason.Code',
    'state-reason-message': 'StateReason.Message',
    'sriov-net-support': 'SriovNetSupport',
  },
};

/** @source EC2 API Reference, DescribeRegions, Filter.N. */
export const REGION_FILTERS: FilterNames = {
  names: [...['endpoint', 'opt-in-status', 'region-name']],
  places: {},
};
