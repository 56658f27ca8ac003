import type { Identity, ResultsPolicy } from "./protocol.ts";

/** What every poll has, whatever it asks. */
interface PollCommon {
  readonly kind: "poll";
  readonly question: string;
  readonly abstention: boolean;
  readonly results: ResultsPolicy;
  readonly identity: Identity;
  /** The poll of which this is the next round. */
  readonly follows?: string;
  /** How long it is meant to last. */
  readonly seconds?: number;
  /** Per cent of the seats that should answer. */
  readonly quorum?: number;
  readonly breakdown?: Grouping;
  /** Least ballots in a cell of the breakdown; 5 when absent. */
  readonly threshold?: number;
}

export type Grouping = "college" | "organisation";

export interface ChoiceDesign extends PollCommon {
  /** Older designs and short ones leave it out. */
  readonly ask?: "choice";
  readonly options: readonly string[];
  readonly min: number;
  readonly max: number;
  /** True when a person may write an option of their own, numbered after the last. */
  readonly other?: boolean;
}

export interface ScaleDesign extends PollCommon {
  readonly ask: "scale";
  readonly steps: number;
  readonly low: string;
  readonly high: string;
}

export interface RankingDesign extends PollCommon {
  readonly ask: "ranking";
  readonly options: readonly string[];
  readonly min: number;
  readonly max: number;
}

export interface PointsDesign extends PollCommon {
  readonly ask: "points";
  readonly options: readonly string[];
  readonly points: number;
  /** Most points for one option. */
  readonly most: number;
  /** True when every point must be given. */
  readonly all: boolean;
}

export interface EstimateDesign extends PollCommon {
  readonly ask: "estimate";
  readonly unit: string;
  readonly decimals: number;
  /** Bounds, like every number of the poll, in units of the last decimal. */
  readonly from: number;
  readonly to: number;
}

export interface TextDesign extends PollCommon {
  readonly ask: "text";
  /** Most texts on one ballot. */
  readonly most: number;
}

export interface JudgementDesign extends PollCommon {
  readonly ask: "judgement";
  readonly options: readonly string[];
  /** From best to worst. */
  readonly grades: readonly string[];
}

export interface ConsentDesign extends PollCommon {
  readonly ask: "consent";
}

/** A poll as a facilitator writes it. */
export type PollDesign =
  | ChoiceDesign
  | ScaleDesign
  | RankingDesign
  | PointsDesign
  | EstimateDesign
  | TextDesign
  | JudgementDesign
  | ConsentDesign;

export type Ask = NonNullable<PollDesign["ask"]>;
