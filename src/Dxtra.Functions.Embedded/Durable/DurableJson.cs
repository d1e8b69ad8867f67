using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.DurableTask;

namespace Dxtra.Functions.Embedded.Durable;

/// <summary>Payloads as the official worker writes them: names as in C#, enums as numbers, names read whatever their case.</summary>
internal sealed class DurableJson : DataConverter
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    public static DurableJson Instance { get; } = new();

    [return: NotNullIfNotNull(nameof(value))]
    public static string? Write(object? value) => value is null ? null : JsonSerializer.Serialize(value, value.GetType(), Options);

    public static object? Read(string? data, Type type) => data is null ? null : JsonSerializer.Deserialize(data, type, Options);

    public static T? Read<T>(string? data) => data is null ? default : JsonSerializer.Deserialize<T>(data, Options);

    [return: NotNullIfNotNull(nameof(value))]
    public override string? Serialize(object? value) => Write(value);

    [return: NotNullIfNotNull(nameof(data))]
    public override object? Deserialize(string? data, Type targetType) => Read(data, targetType)!;
}
