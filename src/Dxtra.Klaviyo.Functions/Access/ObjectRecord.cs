using System.Runtime.CompilerServices;
using System.Text.Json;
using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A record of a custom object. Klaviyo cannot be asked for them by person, so they are looked through, up to a bound.</summary>
internal sealed record ObjectRecord(NamedId Type, JsonElement Sent)
{
    public const string Operation = "get_records_for_object_type";

    /// <summary>Klaviyo gives 60 of these pages a minute, so one type takes a minute at most.</summary>
    private const int MostPages = 50;

    /// <summary>All records of the types, as the pages come.</summary>
    /// <exception cref="TooManyException">A type has more than are looked through.</exception>
    public static async IAsyncEnumerable<IReadOnlyList<ObjectRecord>> PagesAsync(
        KlaviyoClient klaviyo, IReadOnlyList<NamedId> types, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var type in types)
        {
            var pages = 0;
            await foreach (var page in klaviyo.CustomObjects.GetRecordsAsync(type.Id, cancellationToken))
            {
                if (++pages > MostPages)
                    throw new TooManyException();
                yield return [.. page.Items.Select(record => new ObjectRecord(type, record.Json))];
            }
        }
    }

    /// <summary>An identifier of the person is the whole value of a property.</summary>
    public bool Bears(ProfileIdentity profile) => Values.Any(value => value == profile.Id || value == profile.Phone || value == profile.ExternalId
        || string.Equals(value, profile.Email, StringComparison.OrdinalIgnoreCase));

    public ReadOnlyMemory<byte> Row() => RowBytes.Of(json =>
    {
        json.WriteString("type", Type.Name);
        json.WriteString("typeId", Type.Id);
        json.Write("record", Sent);
    });

    private IReadOnlyList<string> Values => field ??=
        Sent.Member("attributes").Member("record_properties") is { ValueKind: JsonValueKind.Object } properties
            ? [.. properties.EnumerateObject().Select(property => ((JsonElement?)property.Value).AsText()).OfType<string>()]
            : [];

    internal sealed class TooManyException : Exception;
}
