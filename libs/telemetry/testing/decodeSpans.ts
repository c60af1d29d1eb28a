import { all, attributesOf, fieldsOf, hexOf, textOf, type Attributes } from './protobuf.ts';

/** A span as a receiver gets it. */
export interface ReceivedSpan {
  resource: Attributes;
  traceId: string;
  spanId: string;
  /** Empty: it begins the trace. */
  parentSpanId: string;
  name: string;
  /** 1 internal, 2 server, 3 client, 5 consumer. */
  kind: number;
  attributes: Attributes;
  links: { traceId: string; spanId: string }[];
  isError: boolean;
}

function spanOf(bytes: Uint8Array, resource: Attributes): ReceivedSpan {
  const fields = fieldsOf(bytes);
  const status = fieldsOf(all(fields, 15)[0] ?? new Uint8Array());
  return {
    resource,
    traceId: hexOf(fields, 1),
    spanId: hexOf(fields, 2),
    parentSpanId: hexOf(fields, 4),
    name: textOf(fields, 5),
    kind: Number(fields.find(([number]) => number === 6)?.[1] ?? 0),
    attributes: attributesOf(fields, 9),
    links: all(fields, 13).map((link) => {
      const parts = fieldsOf(link);
      return { traceId: hexOf(parts, 1), spanId: hexOf(parts, 2) };
    }),
    isError: status.some(([number, value]) => number === 3 && value === 2n),
  };
}

/** The spans of an `ExportTraceServiceRequest`. */
export const decodeSpans = (request: Uint8Array): ReceivedSpan[] =>
  all(fieldsOf(request), 1).flatMap((bytes) => {
    const fields = fieldsOf(bytes);
    const resource = attributesOf(fieldsOf(all(fields, 1)[0] ?? new Uint8Array()), 1);
    return all(fields, 2).flatMap((scope) =>
      all(fieldsOf(scope), 2).map((span) => spanOf(span, resource)),
    );
  });
