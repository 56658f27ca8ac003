/// Rules of this project that no ready-made linter has.
/// - no-hand-made-html: text of people is text; nothing may parse it as HTML.
/// - no-state-hook-on-store: the store is read through `useValue` only (an update that lands
///   between render and effect would be lost otherwise; only WebKit showed it).
/// - file-length: 400 lines at most.

const HTML_SINKS = new Set([
  "innerHTML",
  "outerHTML",
  "insertAdjacentHTML",
  "dangerouslySetInnerHTML",
]);

const plugin: Deno.lint.Plugin = {
  name: "atelier",
  rules: {
    "no-hand-made-html": {
      create(context) {
        return {
          Identifier(node) {
            if (HTML_SINKS.has(node.name)) {
              context.report({ node, message: `${node.name} parses text as HTML: use elements.` });
            }
          },
          JSXIdentifier(node) {
            if (HTML_SINKS.has(node.name)) {
              context.report({ node, message: `${node.name} parses text as HTML: use elements.` });
            }
          },
        };
      },
    },
    "no-state-hook-on-store": {
      create(context) {
        return {
          CallExpression(node) {
            if (node.callee.type !== "MemberExpression") return;
            const property = node.callee.property;
            if (
              property.type === "Identifier" && property.name === "subscribe" &&
              !context.filename.endsWith("/ui/use.ts") && !context.filename.includes("/core/") &&
              !context.filename.includes("/tests/")
            ) {
              context.report({ node, message: "Read state through useValue (ui/use.ts)." });
            }
          },
        };
      },
    },
    "file-length": {
      create(context) {
        return {
          Program(node) {
            const lines = context.sourceCode.text.split("\n").length - 1;
            if (lines > 400) context.report({ node, message: `${lines} lines: 400 at most.` });
          },
        };
      },
    },
  },
};
export default plugin;
