import { X509Certificate } from 'node:crypto';
import type { SignedData } from 'pkijs';
import { LedgerError } from './ledger-error.js';

/** SHA-256, by its object identifier. @source NIST, Computer Security Objects Register */
const SHA_256 = '2.16.840.1.101.3.4.2.1';

/** The use of a certificate that a timestamp authority must have. @source RFC 3161, 2.3 */
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** A response of a timestamp authority, as far as it says what it is about. */
export interface TimestampToken {
  /** ISO 8601. */
  readonly at: string;
  /** SHA-256 of what existed then, in hexadecimal. */
  readonly digest: string;
  /** The number of the query, in hexadecimal. */
  readonly nonce?: string;
  readonly signed: SignedData;
}

/** A request for a timestamp: DER by RFC 3161. @param nonce a positive number in its shortest form */
export async function timestampQuery(digest: Uint8Array, nonce: Uint8Array): Promise<Uint8Array> {
  const { AlgorithmIdentifier, MessageImprint, TimeStampReq } = await import('pkijs');
  const { Integer, Null, OctetString } = await import('asn1js');
  const query = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA_256, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: Uint8Array.from(digest).buffer }),
    }),
    nonce: new Integer({ valueHex: Uint8Array.from(nonce).buffer }),
    certReq: true,
  });
  return new Uint8Array(query.toSchema().toBER());
}

/** Reads a response of a timestamp authority. @throws LedgerError if it grants none, or is not valid */
export async function readTimestamp(response: Uint8Array): Promise<TimestampToken> {
  const { SignedData, TimeStampResp, TSTInfo } = await import('pkijs');
  try {
    const { status, timeStampToken } = TimeStampResp.fromBER(Uint8Array.from(response));
    // 0 is granted, 1 granted with modifications. @source RFC 3161, 2.4.2
    if (timeStampToken === undefined || (status.status as number) > 1) {
      throw new LedgerError('the timestamp authority did not grant a timestamp');
    }
    const signed = new SignedData({ schema: timeStampToken.content as unknown });
    const content = signed.encapContentInfo.eContent?.getValue();
    if (content === undefined) throw new LedgerError('the timestamp has no content');
    const { genTime, messageImprint, nonce } = TSTInfo.fromBER(content);
    if (messageImprint.hashAlgorithm.algorithmId !== SHA_256) throw new LedgerError('its hash is not SHA-256');
    return {
      at: genTime.toISOString(),
      digest: Buffer.from(messageImprint.hashedMessage.getValue()).toString('hex'),
      ...(nonce !== undefined && { nonce: Buffer.from(nonce.valueBlock.valueHexView).toString('hex') }),
      signed,
    };
  } catch (cause) {
    if (cause instanceof LedgerError) throw cause;
    throw new LedgerError('not a valid timestamp response of RFC 3161', { cause });
  }
}

/**
 * Returns true if a timestamp authority with a certificate of one of the authorities signed the content, and the
 * certificates were valid at its time.
 *
 * @param content the bytes that existed then
 * @param authorities certificates in PEM
 */
export async function isSignedBy(
  { signed }: TimestampToken,
  content: Uint8Array,
  authorities: readonly string[],
): Promise<boolean> {
  const { Certificate, SignedDataVerifyError } = await import('pkijs');
  const trustedCerts = authorities.map((pem) => Certificate.fromBER(Uint8Array.from(new X509Certificate(pem).raw)));
  try {
    const { signatureVerified, signerCertificate } = await signed.verify({
      ...{ signer: 0, trustedCerts, checkChain: true, extendedMode: true },
      data: Uint8Array.from(content).buffer,
    });
    const raw = signerCertificate && new X509Certificate(new Uint8Array(signerCertificate.toSchema().toBER()));
    return signatureVerified === true && raw?.keyUsage.includes(TIME_STAMPING) === true;
  } catch (error) {
    if (error instanceof SignedDataVerifyError) return false;
    throw error;
  }
}
