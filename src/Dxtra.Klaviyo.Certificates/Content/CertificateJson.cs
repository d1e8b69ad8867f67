using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Certificates;

/// <summary>The certificate as JSON that a person can read: indented, letters of every script as they are.</summary>
internal static class CertificateJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static byte[] Write(DeletionCertificate certificate) => JsonSerializer.SerializeToUtf8Bytes(certificate, Options);

    /// <exception cref="JsonException">It is no certificate of the current version.</exception>
    public static DeletionCertificate Read(ReadOnlyMemory<byte> json) =>
        JsonSerializer.Deserialize<DeletionCertificate>(json.Span, Options) ?? throw new JsonException();

    /// <exception cref="JsonException">It has no version.</exception>
    public static int VersionOf(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("schemaVersion", out var version)
            && version.ValueKind == JsonValueKind.Number
            && version.TryGetInt32(out var number)
            ? number
            : throw new JsonException();
    }
}
