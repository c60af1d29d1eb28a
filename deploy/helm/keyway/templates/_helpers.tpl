{{- define "keyway.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 50 | trimSuffix "-" }}
{{- end }}

{{- define "keyway.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 50 | trimSuffix "-" }}
{{- else if contains (include "keyway.name" .) .Release.Name }}
{{- .Release.Name | trunc 50 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name (include "keyway.name" .) | trunc 50 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{- define "keyway.selector" -}}
app.kubernetes.io/name: {{ include "keyway.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .role }}
{{- end }}

{{- define "keyway.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
app.kubernetes.io/part-of: keyway
{{ include "keyway.selector" . }}
{{- end }}

{{- define "keyway.serviceAccount" -}}
{{- if .Values.serviceAccount.create }}
{{- default (include "keyway.fullname" .) .Values.serviceAccount.name }}
{{- else }}
{{- default "default" .Values.serviceAccount.name }}
{{- end }}
{{- end }}

{{- define "keyway.image" -}}
{{- $image := .Values.image }}
{{- if $image.digest }}
{{- printf "%s@%s" $image.repository $image.digest }}
{{- else }}
{{- printf "%s:%s" $image.repository (default .Chart.AppVersion $image.tag) }}
{{- end }}
{{- end }}

{{- /* Which secrets a role has as files: variable, and the name of the value with its key. */}}
{{- define "keyway.secretFiles" -}}
{{- $files := dict "DATABASE_URL" "databaseUrl" }}
{{- if eq .role "migration" }}
{{- $_ := set $files "DATABASE_MIGRATION_URL" "databaseMigrationUrl" }}
{{- else }}
{{- $_ := set $files "DATABASE_DIRECT_URL" "databaseDirectUrl" }}
{{- $_ := set $files "HTTPS_PROXY" "httpsProxy" }}
{{- $_ := set $files "OTEL_EXPORTER_OTLP_HEADERS" "otlpHeaders" }}
{{- end }}
{{- if eq .role "api" }}
{{- $_ := set $files "DATABASE_REPLICA_URL" "databaseReplicaUrl" }}
{{- $_ := set $files "OIDC_CLIENT_SECRET" "oidcClientSecret" }}
{{- $_ := set $files "KEYWAY_OIDC_PROVIDERS" "oidcProviders" }}
{{- $_ := set $files "KEYWAY_BOOTSTRAP_TOKEN" "bootstrapToken" }}
{{- end }}
{{- if eq .role "worker" }}
{{- $_ := set $files "KEYWAY_SMTP_URL" "smtpUrl" }}
{{- end }}
{{- $keys := .root.Values.secrets.keys }}
{{- $used := dict }}
{{- range $variable, $name := $files }}
{{- with get $keys $name }}{{ $_ := set $used $variable . }}{{ end }}
{{- end }}
{{- toYaml $used }}
{{- end }}

{{- define "keyway.environment" -}}
{{- $values := .root.Values -}}
{{- range $variable, $key := include "keyway.secretFiles" . | fromYaml }}
- name: {{ $variable }}_FILE
  value: /etc/keyway/secrets/{{ $key }}
{{- end }}
{{- if $values.extraCa.configMap }}
- name: NODE_EXTRA_CA_CERTS
  value: /etc/keyway/extra-ca/ca.crt
{{- end }}
{{- if ne .role "migration" }}
- name: PUBLIC_URL
  value: {{ $values.publicUrl | quote }}
{{- with $values.sealing.keyId }}
- name: KEYWAY_SEALING_KEY_ID
  value: {{ . | quote }}
{{- end }}
{{- with $values.sealing.formerKeyIds }}
- name: KEYWAY_SEALING_FORMER_KEY_IDS
  value: {{ join "," . | quote }}
{{- end }}
{{- end }}
{{- if eq .role "api" }}
- name: PORT
  value: "4000"
- name: KEYWAY_METRICS_PORT
  value: {{ $values.metrics.port | quote }}
{{- if $values.api.tlsSecretName }}
- name: KEYWAY_TLS_CERT
  value: /etc/keyway/tls/tls.crt
- name: KEYWAY_TLS_KEY
  value: /etc/keyway/tls/tls.key
{{- end }}
- name: KEYWAY_DRAIN_SECONDS
  value: {{ $values.api.drainSeconds | quote }}
{{- with $values.api.trustProxy }}
- name: KEYWAY_TRUST_PROXY
  value: {{ join "," . | quote }}
{{- end }}
{{- with $values.oidc.issuer }}
- name: OIDC_ISSUER
  value: {{ . | quote }}
{{- end }}
{{- with $values.oidc.clientId }}
- name: OIDC_CLIENT_ID
  value: {{ . | quote }}
{{- end }}
{{- end }}
{{- if eq .role "worker" }}
- name: KEYWAY_WORKER_CONCURRENCY
  value: {{ $values.worker.concurrency | quote }}
# The name of the pod: a container that starts again takes back its work at once.
- name: KEYWAY_WORKER_NAME
  valueFrom:
    fieldRef:
      fieldPath: metadata.name
{{- end }}
{{- range $name, $value := $values.settings }}
- name: {{ $name }}
  {{- /* Helm reads numbers as floats, which as text would be 3.6e+06. */}}
  value: {{ ternary $value (toJson $value) (kindIs "string" $value) | quote }}
{{- end }}
{{- end }}

{{- define "keyway.podSecurity" -}}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
fsGroup: 65532
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "keyway.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
privileged: false
capabilities:
  drop: [ALL]
{{- end }}

{{- define "keyway.volumeMounts" -}}
{{- $values := .root.Values -}}
- name: tmp
  mountPath: /tmp
- name: data
  mountPath: /var/lib/keyway
- name: secrets
  mountPath: /etc/keyway/secrets
  readOnly: true
{{- if and $values.secrets.keys.sealingKey (ne .role "migration") }}
- name: sealing-key
  mountPath: /var/lib/keyway/sealing.key
  subPath: sealing.key
  readOnly: true
{{- end }}
{{- if and $values.api.tlsSecretName (eq .role "api") }}
- name: tls
  mountPath: /etc/keyway/tls
  readOnly: true
{{- end }}
{{- if $values.database.ca.secretName }}
- name: database-ca
  mountPath: /etc/keyway/database-ca
  readOnly: true
{{- end }}
{{- if $values.extraCa.configMap }}
- name: extra-ca
  mountPath: /etc/keyway/extra-ca
  readOnly: true
{{- end }}
{{- end }}

{{- define "keyway.volumes" -}}
{{- $values := .root.Values -}}
- name: tmp
  emptyDir:
    sizeLimit: 64Mi
- name: data
  emptyDir:
    sizeLimit: 64Mi
- name: secrets
  secret:
    secretName: {{ $values.secrets.name }}
    defaultMode: 0440
    items:
    {{- range $key := include "keyway.secretFiles" . | fromYaml | values | uniq | sortAlpha }}
      - key: {{ $key }}
        path: {{ $key }}
    {{- end }}
{{- if and $values.secrets.keys.sealingKey (ne .role "migration") }}
- name: sealing-key
  secret:
    secretName: {{ $values.secrets.name }}
    defaultMode: 0440
    items:
      - key: {{ $values.secrets.keys.sealingKey }}
        path: sealing.key
{{- end }}
{{- if and $values.api.tlsSecretName (eq .role "api") }}
- name: tls
  secret:
    secretName: {{ $values.api.tlsSecretName }}
    defaultMode: 0440
    items:
      - { key: tls.crt, path: tls.crt }
      - { key: tls.key, path: tls.key }
{{- end }}
{{- with $values.database.ca }}
{{- if .secretName }}
- name: database-ca
  secret:
    secretName: {{ .secretName }}
    defaultMode: 0440
    items:
      - key: {{ .key }}
        path: ca.crt
{{- end }}
{{- end }}
{{- with $values.extraCa }}
{{- if .configMap }}
- name: extra-ca
  configMap:
    name: {{ .configMap }}
    items:
      - key: {{ .key }}
        path: ca.crt
{{- end }}
{{- end }}
{{- end }}

{{- define "keyway.podMetadata" -}}
{{- $own := get .root.Values .role -}}
labels:
  {{- include "keyway.labels" . | nindent 2 }}
  {{- with $own.podLabels }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- with $own.podAnnotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- /* What all pods have in common: accounts, placing, volumes. */}}
{{- define "keyway.podCommon" -}}
{{- $own := get .root.Values .role -}}
automountServiceAccountToken: false
{{- /* The chart's own account is not there yet when the migration runs before an installation. */}}
{{- if ne .role "migration" }}
serviceAccountName: {{ include "keyway.serviceAccount" .root }}
{{- end }}
enableServiceLinks: false
securityContext:
  {{- include "keyway.podSecurity" . | nindent 2 }}
{{- with .root.Values.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $own.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with $own.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $own.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $own.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with ternary list .root.Values.topologyKeys (eq .role "migration") }}
topologySpreadConstraints:
{{- range . }}
  - maxSkew: 1
    topologyKey: {{ . }}
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "keyway.selector" $ | nindent 8 }}
{{- end }}
{{- end }}
volumes:
  {{- include "keyway.volumes" . | nindent 2 }}
{{- end }}

{{- define "keyway.checkValues" -}}
{{- if not (regexMatch "^[a-z]([-a-z0-9]*[a-z0-9])?$" (include "keyway.fullname" .)) }}
{{- fail (printf "%q can't be the name of a Service: lower-case letters, digits and hyphens, beginning with a letter. Set fullnameOverride." (include "keyway.fullname" .)) }}
{{- end }}
{{- if eq (int .Values.metrics.port) 4000 }}
{{- fail "metrics.port is 4000, which is the port of the api itself." }}
{{- end }}
{{- if eq (int .Values.metrics.port) (int .Values.service.port) }}
{{- fail "service.port and metrics.port are the same: both are ports of one Service." }}
{{- end }}
{{- range $role := list "api" "worker" "migration" }}
{{- range $label := keys (get $.Values $role).podLabels }}
{{- if hasKey (include "keyway.labels" (dict "root" $ "role" $role) | fromYaml) $label }}
{{- fail (printf "%s.podLabels has %s, which the chart sets itself." $role $label) }}
{{- end }}
{{- end }}
{{- end }}
{{- if and .Values.ingress.enabled (regexMatch "^[0-9.]+$" (urlParse .Values.publicUrl).hostname) }}
{{- fail "publicUrl has an address instead of a name, for which no Ingress can be made." }}
{{- end }}
{{- if and (not .Values.sealing.keyId) (not .Values.secrets.keys.sealingKey) }}
{{- fail "secrets.keys.sealingKey or sealing.keyId is required: without it each pod would make a sealing key of its own, and the second would not start." }}
{{- end }}
{{- if and .Values.oidc.issuer (not .Values.secrets.keys.oidcClientSecret) }}
{{- fail "secrets.keys.oidcClientSecret is required with oidc.issuer." }}
{{- end }}
{{- if and .Values.secrets.keys.oidcClientSecret (not (and .Values.oidc.issuer .Values.oidc.clientId)) }}
{{- fail "oidc.issuer and oidc.clientId are required with secrets.keys.oidcClientSecret." }}
{{- end }}
{{- if and .Values.externalSecret.enabled (not .Values.externalSecret.storeRef.name) }}
{{- fail "externalSecret.storeRef.name is required with externalSecret.enabled." }}
{{- end }}
{{- range list "api" "worker" }}
{{- $scale := (get $.Values .).autoscaling }}
{{- if gt (int $scale.minReplicas) (int $scale.maxReplicas) }}
{{- fail (printf "%s.autoscaling.minReplicas is greater than maxReplicas." .) }}
{{- end }}
{{- end }}
{{- end }}
