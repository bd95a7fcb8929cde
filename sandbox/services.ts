import { glueService } from './glue/service.js';
import { iamService } from './iam/service.js';
import { lakeFormationService } from './lakeformation/service.js';
import { s3Service } from './s3/service.js';
import { s3TablesService } from './s3tables/service.js';
import type { Service } from './service.js';
import { stsService } from './sts/service.js';

/** The services that the sandbox has. */
export const services: readonly Service[] = [
  glueService,
  iamService,
  lakeFormationService,
  s3Service,
  s3TablesService,
  stsService
];
