/** Line icons, 24 px grid, drawn here so that no page fetches a font of icons. Decorative. */
const shapes = {
  check: "M5 12.5l4.5 4.5L19 7.5",
  eye:
    "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z M12 9.3a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4z",
  lock: "M6.5 10.5h11v9h-11z M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5",
  gear: "M4 8h9 M17 8h3 M4 16h3 M11 16h9 M15 5.8v4.4 M9 13.8v4.4",
  up: "M12 19V6 M6.5 11.5L12 6l5.5 5.5",
  down: "M12 5v13 M6.5 12.5L12 18l5.5-5.5",
  edit: "M5 19l1-4L16 5l3 3L9 18z",
  copy: "M9 9h10v10H9z M15 9V5H5v10h4",
  trash: "M5 7.5h14 M9.5 7V5h5v2 M7 7.5l.8 12h8.4l.8-12",
  plus: "M12 5v14 M5 12h14",
  bolt: "M13 3.5L5.5 13.5H12l-1 7 7.5-10H12z",
  screen: "M3.5 5h17v11h-17z M9 20h6 M12 16v4",
  link:
    "M10 14a4 4 0 0 0 6 .4l3-3a4.2 4.2 0 0 0-6-6l-1.5 1.5 M14 10a4 4 0 0 0-6-.4l-3 3a4.2 4.2 0 0 0 6 6l1.5-1.5",
  people:
    "M9 11.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4z M3 19c0-3.3 2.7-5.3 6-5.3s6 2 6 5.3 M15.5 5.3a3.2 3.2 0 0 1 0 6 M17 14c2.4.5 4 2.2 4 5",
  out: "M14 5h5v5 M19 5l-8 8 M17 14v5H5V7h5",
  hide:
    "M4 4l16 16 M9.5 6A9.6 9.6 0 0 1 12 5.5C18 5.5 21.5 12 21.5 12a16 16 0 0 1-2.8 3.6 M6 8a16 16 0 0 0-3.5 4S6 18.5 12 18.5a9 9 0 0 0 4-1",
  note: "M5 4.5h14v10l-5 5H5z M14 19.5v-5h5",
  poll: "M5 20V11 M12 20V4 M19 20v-6",
  again: "M19 12a7 7 0 1 1-2.2-5.1L19 9 M19 4.5V9h-4.5",
  agree: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z M8 12.3l2.8 2.8L16 9.5",
  reservations: "M12 4L21 19.5H3z M12 10v4.5 M12 17v.2",
  object: "M8 3.5h8l4.5 4.5v8L16 20.5H8L3.5 16V8z M8.8 8.8l6.4 6.4 M15.2 8.8l-6.4 6.4",
  wait: "M12 6.5V12l3.5 2.5 M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z",
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}
