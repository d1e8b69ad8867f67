using System.Text.Json;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Records of custom objects that bear an identifier of the person as the whole value of a property. Klaviyo cannot be asked for
/// them by person, so the records are looked through, up to a bound.
/// </summary>
internal sealed class CustomObjectsReader(AccountCatalogue catalogue) : IPartReader
{
    /// <summary>Klaviyo gives 60 of these pages a minute, so one type takes a minute at most.</summary>
    private const int MostPages = 50;

    public string Read => Reads.CustomObjects;

    public string Operation => "get_records_for_object_type";

    public async Task ReadAsync(PartReading reading, CancellationToken cancellationToken)
    {
        var types = await catalogue.ObjectTypesAsync(reading.Work, reading.Klaviyo, cancellationToken);
        if (types is null)
        {
            reading.Gap(Categories.CustomObjects, "get_object_types", GapReason.MissingScope);
            return;
        }

        try
        {
            await reading.WriteAsync(Categories.CustomObjects, Operation, PagesAsync(reading, types, cancellationToken), cancellationToken);
        }
        catch (TooManyRecordsException)
        {
            reading.Gap(Categories.CustomObjects, Operation, GapReason.TooManyToSearch);
        }
    }

    private static async IAsyncEnumerable<PartPage> PagesAsync(
        PartReading reading, IReadOnlyList<NamedId> types, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var type in types)
        {
            var pages = 0;
            await foreach (var page in reading.Klaviyo.CustomObjects.GetRecordsAsync(type.Id, cancellationToken))
            {
                if (++pages > MostPages)
                    throw new TooManyRecordsException();
                yield return new([.. page.Items.Where(record => Bears(record.Json, reading.Profile)).Select(record => RowOf(type, record.Json))]);
            }
        }
    }

    private static bool Bears(JsonElement record, ProfileIdentity profile) =>
        ValuesOf(record).Any(value => value == profile.Id || value == profile.Phone || value == profile.ExternalId
            || string.Equals(value, profile.Email, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> ValuesOf(JsonElement record) =>
        record.Member("attributes").Member("record_properties") is { ValueKind: JsonValueKind.Object } properties
            ? properties.EnumerateObject().Select(property => ((JsonElement?)property.Value).AsText()).OfType<string>()
            : [];

    private static ReadOnlyMemory<byte> RowOf(NamedId type, JsonElement record) => RowBytes.Of(json =>
    {
        json.WriteString("type", type.Name);
        json.WriteString("typeId", type.Id);
        json.Write("record", record);
    });

    private sealed class TooManyRecordsException : Exception;
}
