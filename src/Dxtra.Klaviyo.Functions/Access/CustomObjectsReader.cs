using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Records of custom objects that bear an identifier of the person as the whole value of a property.</summary>
internal sealed class CustomObjectsReader(AccountCatalogue catalogue) : IPartReader
{
    public string Read => Reads.CustomObjects;

    public string Operation => ObjectRecord.Operation;

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
            await reading.WriteAsync(
                Categories.CustomObjects, Operation,
                ObjectRecord.PagesAsync(reading.Klaviyo, types, cancellationToken)
                    .Select(page => new PartPage([.. page.Where(record => record.Bears(reading.Profile)).Select(record => record.Row())])),
                cancellationToken);
        }
        catch (ObjectRecord.TooManyException)
        {
            reading.Gap(Categories.CustomObjects, Operation, GapReason.TooManyToSearch);
        }
    }
}
