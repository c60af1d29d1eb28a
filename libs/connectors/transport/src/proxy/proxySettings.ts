/** The proxy of a corporate network, as `@keyway/config` reads it from the environment. */
import type { AddressRange } from '@keyway/core';

/** Where the proxy is. Its address may be private: whoever operates Keyway chose it. */
export interface ProxyAddress {
  /** TLS to the proxy itself. */
  isSecure: boolean;
  host: string;
  port: number;
  /** The whole `Proxy-Authorization` header; null without credentials. Secret. */
  authorization: string | null;
}

/** What is reached without the proxy (`NO_PROXY`). */
export interface ProxyBypass {
  /** `*`: everything. */
  all: boolean;
  /** A domain with all names below it; of one port where `port` is set. Lower case. */
  names: readonly { name: string; port: number | null }[];
  /** For hosts that are addresses. */
  ranges: readonly AddressRange[];
}

/** The proxy of a corporate network, and what bypasses it. */
export interface ProxySettings {
  address: ProxyAddress;
  bypass: ProxyBypass;
}
