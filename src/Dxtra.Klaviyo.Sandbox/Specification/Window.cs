using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Sandbox.Specification;

/// <summary>So many calls in a fixed window of so many seconds; written <c>[75, 1]</c> in the facts.</summary>
[JsonConverter(typeof(Converter))]
internal sealed record Window(int Calls, int Seconds)
{
    internal sealed class Converter : JsonConverter<Window>
    {
        public override Window Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var pair = JsonSerializer.Deserialize<int[]>(ref reader, options)!;
            return new Window(pair[0], pair[1]);
        }

        public override void Write(Utf8JsonWriter writer, Window value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new[] { value.Calls, value.Seconds }, options);
    }
}
