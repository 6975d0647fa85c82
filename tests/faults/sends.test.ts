import { sends } from './sends.ts'
import { shortForm } from './short-form.ts'

shortForm(sends)
