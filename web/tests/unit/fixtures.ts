import { readFileSync } from "node:fs";

/** The JSON examples of Docs/Protocol.md by name: they are the contract. */
export function protocolExamples(): Map<string, unknown> {
  const page = readFileSync(`${process.cwd()}/../Docs/Protocol.md`, "utf8");
  const examples = new Map<string, unknown>();
  for (const [, name, body] of page.matchAll(/^```json (\S+)\n([\s\S]*?)^```$/gm)) {
    if (name !== undefined && body !== undefined) examples.set(name, JSON.parse(body));
  }
  return examples;
}

/** One example as the type that the page says it is. */
export function example<T>(name: string): T {
  const found = protocolExamples().get(name);
  if (found === undefined) throw new Error(`Docs/Protocol.md has no example ${name}`);
  return found as T;
}
