using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Records of custom objects that bear an identifier of the person as the whole value of a property.</summary>
internal sealed class CustomObjectsReader(AccountCatalogue catalogue, AccountSearch search) : IPartReader
{
    public string Read => Reads.CustomObjects;

    public string Operation => "get_records_for_object_type";

    public Task ReadAsync(PartReading reading, CancellationToken cancellationToken) => ReadAsync([reading], cancellationToken);

    /// <summary>For people of one account together.</summary>
    public async Task ReadAsync(IReadOnlyList<PartReading> people, CancellationToken cancellationToken)
    {
        var (work, klaviyo) = (people[0].Work, people[0].Klaviyo);
        if (await catalogue.ObjectTypesAsync(work, klaviyo, cancellationToken) is not { } types)
        {
            Gap(people, "get_object_types", GapReason.MissingScope);
            return;
        }

        try
        {
            await search.WriteAsync(
                Categories.CustomObjects, Operation, people, token => ObjectRecord.PagesAsync(klaviyo, types, token), ObjectRecord.IsOf, cancellationToken);
        }
        catch (ObjectRecord.TooManyException)
        {
            Gap(people, Operation, GapReason.TooManyToSearch);
        }
    }

    private static void Gap(IReadOnlyList<PartReading> people, string operation, GapReason reason)
    {
        foreach (var person in people)
            person.Gap(Categories.CustomObjects, operation, reason);
    }
}
