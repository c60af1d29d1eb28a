/** Reads the wire format of protocol buffers, as far as OTLP uses it. */

/** A field's number and its value: a varint or fixed number, or bytes. */
export type WireField = readonly [number: number, value: bigint | Uint8Array];

const FIXED_BYTES = { 1: 8, 5: 4 } as const;

/** The fields of a message, in their order. */
export function fieldsOf(bytes: Uint8Array): WireField[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fields: WireField[] = [];
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = BigInt(view.getUint8(at++));
      value |= (byte & 0x7fn) << shift;
      if (byte < 0x80n) return value;
    }
  };
  while (at < bytes.length) {
    const key = Number(varint());
    const [number, type] = [key >> 3, key & 7];
    if (type === 0) fields.push([number, varint()]);
    else if (type === 2) {
      const length = Number(varint());
      fields.push([number, bytes.subarray(at, at + length)]);
      at += length;
    } else if (type === 1 || type === 5) {
      fields.push([number, bytes.subarray(at, at + FIXED_BYTES[type])]);
      at += FIXED_BYTES[type];
    } else throw new Error(`No message of OTLP has the wire type ${type}.`);
  }
  return fields;
}

/** All messages or bytes of a field. */
export const all = (fields: readonly WireField[], number: number): Uint8Array[] =>
  fields.flatMap(([found, value]) =>
    found === number && typeof value === 'object' ? [value] : [],
  );

export const textOf = (fields: readonly WireField[], number: number): string =>
  Buffer.from(all(fields, number)[0] ?? []).toString('utf8');

export const hexOf = (fields: readonly WireField[], number: number): string =>
  Buffer.from(all(fields, number)[0] ?? []).toString('hex');

export const doublesOf = (bytes: Uint8Array): number[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / 8 }, (_, index) => view.getFloat64(index * 8, true));
};

export const fixedOf = (bytes: Uint8Array): number[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / 8 }, (_, index) =>
    Number(view.getBigUint64(index * 8, true)),
  );
};

export type Attributes = Record<string, string | number | boolean>;

function valueOf(bytes: Uint8Array): string | number | boolean {
  const fields = fieldsOf(bytes);
  const [number, value] = fields[0] ?? [1, new Uint8Array()];
  if (number === 2) return value === 1n;
  if (typeof value === 'bigint') return Number(value);
  return number === 4 ? doublesOf(value)[0]! : Buffer.from(value).toString('utf8');
}

export const attributesOf = (fields: readonly WireField[], number: number): Attributes =>
  Object.fromEntries(
    all(fields, number).map((bytes) => {
      const pair = fieldsOf(bytes);
      return [textOf(pair, 1), valueOf(all(pair, 2)[0] ?? new Uint8Array())];
    }),
  );
