import { clock } from './clock.ts'
import { shortForm } from './short-form.ts'

shortForm(clock)
