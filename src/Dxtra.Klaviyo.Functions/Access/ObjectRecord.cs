using System.Runtime.CompilerServices;
using System.Text.Json;
using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A record of a custom object. Klaviyo cannot be asked for them by person, so they are looked through, up to a bound.</summary>
internal static class ObjectRecord
{
    /// <summary>Klaviyo gives 60 of these pages a minute, so one type takes a minute at most.</summary>
    private const int MostPages = 50;

    /// <summary>Rows of all records of the types, as the pages come.</summary>
    /// <exception cref="TooManyException">A type has more than are looked through.</exception>
    public static async IAsyncEnumerable<PartPage> PagesAsync(
        KlaviyoClient klaviyo, IReadOnlyList<NamedId> types, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var type in types)
        {
            var pages = 0;
            await foreach (var page in klaviyo.CustomObjects.GetRecordsAsync(type.Id, cancellationToken))
            {
                if (++pages > MostPages)
                    throw new TooManyException();
                yield return new([.. page.Items.Select(record => RowOf(type, record.Json))]);
            }
        }
    }

    /// <summary>An identifier of the person is the whole value of a property.</summary>
    public static Func<ProfileIdentity, bool> IsOf(JsonElement row)
    {
        var values = ValuesOf(row.Member("record").Member("attributes").Member("record_properties"));
        return profile => values.Any(value => value == profile.Id || value == profile.Phone || value == profile.ExternalId
            || string.Equals(value, profile.Email, StringComparison.OrdinalIgnoreCase));
    }

    private static List<string> ValuesOf(JsonElement? properties) => properties is { ValueKind: JsonValueKind.Object } known
        ? [.. known.EnumerateObject().Select(property => ((JsonElement?)property.Value).AsText()).OfType<string>()]
        : [];

    private static ReadOnlyMemory<byte> RowOf(NamedId type, JsonElement record) => RowBytes.Of(json =>
    {
        json.WriteString("type", type.Name);
        json.WriteString("typeId", type.Id);
        json.Write("record", record);
    });

    internal sealed class TooManyException : Exception;
}
