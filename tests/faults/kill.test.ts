import { kill } from './kill.ts'
import { shortForm } from './short-form.ts'

shortForm(kill)
