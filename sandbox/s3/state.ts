/** S3's names of its checksums, in lower case as in the headers. */
export type ChecksumAlgorithm =
  | 'crc32'
  | 'crc32c'
  | 'crc64nvme'
  | 'md5'
  | 'sha1'
  | 'sha256'
  | 'sha512'
  | 'xxhash3'
  | 'xxhash64'
  | 'xxhash128';

/** Over the whole object, or over the checksums of its parts. */
export type ChecksumType = 'FULL_OBJECT' | 'COMPOSITE';

/** An object's or a part's checksum. */
export interface Checksum {
  readonly algorithm: ChecksumAlgorithm;
  /** Base64; that of an object in parts with `-<number of parts>` behind it if it is composite. */
  readonly value: string;
  readonly type: ChecksumType;
}

/** One object, as it was put. */
export interface StoredObject {
  readonly body: Buffer;
  readonly contentType: string;
  /** Quoted, as it goes into the header. */
  readonly etag: string;
  readonly lastModified: Date;
  /** Further headers that come back with it: `cache-control`, `x-amz-meta-…`. Lower-case names. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly checksum?: Checksum;
}

/** One part of an upload that is under way. */
export interface UploadedPart {
  readonly body: Buffer;
  readonly etag: string;
  readonly lastModified: Date;
  readonly checksum?: Checksum;
}

/** An object on its way in parts. */
export interface MultipartUpload {
  readonly bucket: string;
  readonly key: string;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The checksum that its creation asked for. */
  readonly algorithm?: ChecksumAlgorithm;
  readonly checksumType: ChecksumType;
  /** By part number. */
  readonly parts: Map<number, UploadedPart>;
}

/** The warehouse buckets of one region: each table has one, made and removed with the table. */
export class S3State {
  /** Objects by bucket name, then by key. */
  readonly buckets = new Map<string, Map<string, StoredObject>>();
  /** By upload id. */
  readonly uploads = new Map<string, MultipartUpload>();
}
