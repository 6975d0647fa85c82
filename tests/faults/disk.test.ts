import { disk } from './disk.ts'
import { shortForm } from './short-form.ts'

shortForm(disk)
