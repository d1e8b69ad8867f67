using System.Runtime.CompilerServices;

namespace Dxtra.Klaviyo.Client;

public static class KlaviyoPageExtensions
{
    /// <summary>The items of all pages, one after the other. The next page is fetched when the last item of a page was taken.</summary>
    public static async IAsyncEnumerable<KlaviyoResource<T>> ItemsAsync<T>(
        this IAsyncEnumerable<KlaviyoPage<T>> pages,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var page in pages.WithCancellation(cancellationToken))
            foreach (var item in page.Items)
                yield return item;
    }
}
