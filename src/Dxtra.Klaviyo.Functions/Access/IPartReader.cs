using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Knows how one category of a profile is read. A new category is a new reader and a name in <see cref="Categories"/>.</summary>
internal interface IPartReader
{
    string Category { get; }

    /// <summary>The operation of Klaviyo's API that is asked, by its official id.</summary>
    string Operation { get; }

    /// <summary>Every row, page by page; throws what the client throws.</summary>
    IAsyncEnumerable<PartPage> ReadAsync(KlaviyoClient klaviyo, string profileId, CancellationToken cancellationToken);
}
