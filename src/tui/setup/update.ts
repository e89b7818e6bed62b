import { edit, insert } from '../line-editor.ts';
import type { Line } from '../line-editor.ts';
import type { Step } from '../program.ts';
import { lastLine, read } from './form.ts';
import type { Filled, Form } from './form.ts';

export type FormMessage =
  | { readonly type: 'key'; readonly key: string }
  | { readonly type: 'paste'; readonly text: string }
  | { readonly type: 'resize'; readonly columns: number; readonly rows: number };

/** The form is left: with what was filled in, or without. */
export type FormEffect = {
  readonly type: 'leave';
  readonly filled?: Filled;
  readonly exitCode?: number;
};

type Result = Step<Form, FormEffect>;

/** What a key, a paste or a new size makes of the form. */
export const updateForm = (form: Form, message: FormMessage): Result => {
  switch (message.type) {
    case 'key':
      return form.step === 'leaving' ? answered(form, message.key) : keyPressed(form, message.key);
    case 'paste':
      return [typed(form, line => insert(line, message.text)) ?? form];
    case 'resize':
      return [{ ...form, size: { columns: message.columns, rows: message.rows } }];
    default:
      return message satisfies never;
  }
};

const keyPressed = (form: Form, key: string): Result => {
  const { problem: _, ...quiet } = form;
  switch (key) {
    case 'down':
    case 'tab':
      return [moveTo(quiet, form.at + 1)];
    case 'up':
    case 'shift-tab':
      return [moveTo(quiet, form.at - 1)];
    case 'pagedown':
      return [moveTo(quiet, form.at + 10)];
    case 'pageup':
      return [moveTo(quiet, form.at - 10)];
    case 'enter':
      return form.at === lastLine(form) ? finish(quiet) : [moveTo(quiet, form.at + 1)];
    case 'ctrl-s':
      return finish(quiet);
    case 'ctrl-c':
      return [form, { type: 'leave', exitCode: 130 }];
    case 'esc':
      return [{ ...quiet, step: 'leaving' }];
    default:
      return [toggled(quiet, key) ?? typed(quiet, line => edit(line, key)) ?? quiet];
  }
};

const answered = (form: Form, key: string): Result => {
  if (key === 'y' || key === 'ctrl-c') return [form, { type: 'leave' }];
  return key === 'n' || key === 'esc' ? [{ ...form, step: 'filling' }] : [form];
};

const moveTo = (form: Form, at: number): Form => ({
  ...form,
  at: Math.min(Math.max(0, at), lastLine(form)),
});

const finish = (form: Form): Result => {
  const result = read(form);
  if (result.ok) return [form, { type: 'leave', filled: result.filled }];
  return [{ ...form, at: result.at, problem: result.problem }];
};

const toggled = (form: Form, key: string): Form | undefined => {
  const index = form.at - form.fields.length;
  if (key !== 'space' || index < 0 || index >= form.offers.length) return undefined;
  const offers = form.offers.map((offer, place) =>
    place === index ? { ...offer, chosen: !offer.chosen } : offer,
  );
  return { ...form, offers };
};

const typed = (form: Form, change: (line: Line) => Line | undefined): Form | undefined => {
  const field = form.fields[form.at];
  const line = field && change(field.line);
  if (!field || !line) return undefined;
  return { ...form, fields: form.fields.map(one => (one === field ? { ...one, line } : one)) };
};
