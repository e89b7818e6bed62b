import type { Office, Practice } from '../core/practice.ts';
import type { Retention } from '../core/retention.ts';
import type { Rule } from '../core/rules.ts';
import type { Source } from '../core/source.ts';

/** The configuration as the program uses it: paths absolute, spans in milliseconds. */
export type Config = {
  readonly practice: Practice;
  readonly office: Office;
  readonly reply: ReplyRules;
  readonly storePath?: string;
  readonly retention: Retention;
  /** A program and its arguments, to be told of alerts. */
  readonly notifyCommand?: readonly string[];
  /** Whether alerts are shown on the desktop. */
  readonly notifyDesktop: boolean;
  /** In order. */
  readonly rules: readonly Rule[];
  readonly network: Network;
  readonly claimFiles: readonly string[];
  readonly sources: readonly Source[];
};

export type ReplyRules = {
  /** Who may override screening; empty: anybody, with a reason. */
  readonly approvers: readonly string[];
  readonly coolOffMs: number;
  readonly policyFile?: string;
};

export type Network = {
  readonly allowPrivate: boolean;
  /** Milliseconds for one answer, from connect to last byte. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly concurrency: number;
  /** Milliseconds between two requests to one host; absent: a second for public hosts, none for private ones. */
  readonly pauseMs?: number;
};
