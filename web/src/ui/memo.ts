import { Component, type ComponentType, h } from "preact";

/**
 * A component drawn again only when one of its properties is another value: a wall of hundreds of
 * notes then redraws the one that changed. (Preact has this in a compatibility layer twice the size
 * of what is needed.)
 */
export function memo<Props extends object>(view: ComponentType<Props>): ComponentType<Props> {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      const keys = Object.keys({ ...this.props, ...next }) as (keyof Props)[];
      return keys.some((key) => this.props[key] !== next[key]);
    }
    override render() {
      return h(view, this.props);
    }
  };
}
