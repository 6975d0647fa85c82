import { repeats } from './repeats.ts'
import { shortForm } from './short-form.ts'

shortForm(repeats)
