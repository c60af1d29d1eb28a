import { resourceFromAttributes, type Resource } from '@opentelemetry/resources';
import type { TelemetrySettings } from '../settings.ts';
import type { TelemetryOptions } from '../startTelemetry.ts';

/** What all telemetry of the process says of it. What the settings name wins. */
export const resourceOf = (
  { serviceName, resourceAttributes }: TelemetrySettings,
  { version, instance }: Pick<TelemetryOptions, 'version' | 'instance'>,
): Resource =>
  resourceFromAttributes({
    'service.namespace': 'keyway',
    'service.instance.id': instance,
    'service.version': version,
    ...resourceAttributes,
    'service.name': serviceName,
  });
