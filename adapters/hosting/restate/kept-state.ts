import { type ObjectContext, type ObjectSharedContext, serde, TerminalError } from '@restatedev/restate-sdk'
import type { z } from 'zod'
import type { Kept } from '../kept.ts'

/** Where a conversation stands in the state of its object: all of it in one value, so that it changes as one. */
export const place = 'kept'
/** Which chain of timers watches over an idle conversation. */
const watch = 'watch'

/** What a conversation's object keeps. */
export interface KeptState<State, Reply> {
  read(ctx: ObjectSharedContext): Promise<Kept<State, Reply> | 'unreadable' | undefined>
  /** Fails the call where what is kept cannot be understood. */
  readOrFail(ctx: ObjectSharedContext): Promise<Kept<State, Reply> | undefined>
  write(ctx: ObjectContext, kept: Kept<State, Reply>): void
  /** Makes a copy of what there is, out of the way of the next `write`; says under which name. */
  setAside(ctx: ObjectContext, now: number): Promise<string>
}

export function createKeptState<State, Reply>(form: z.ZodType<Kept<State, Reply>>): KeptState<State, Reply> {
  async function read(ctx: ObjectSharedContext) {
    const bytes = await ctx.get<Uint8Array>(place, serde.binary)
    if (bytes === null) return undefined
    try {
      const { data } = form.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
      return data ?? ('unreadable' as const)
    } catch {
      return 'unreadable' as const
    }
  }
  return {
    read,
    async readOrFail(ctx) {
      const found = await read(ctx)
      if (found === 'unreadable') throw new TerminalError('what is kept cannot be read')
      return found
    },
    write: (ctx, kept) => ctx.set(place, new TextEncoder().encode(JSON.stringify(kept)), serde.binary),
    async setAside(ctx, now) {
      const name = `set-aside-${new Date(now).toISOString()}`
      const bytes = await ctx.get<Uint8Array>(place, serde.binary)
      if (bytes !== null) ctx.set(name, bytes, serde.binary)
      return name
    },
  }
}

/** The watch that is kept, by the time it began. */
export const watchOf = (ctx: ObjectSharedContext) => ctx.get<number>(watch)
export const setWatch = (ctx: ObjectContext, began: number) => ctx.set(watch, began)
