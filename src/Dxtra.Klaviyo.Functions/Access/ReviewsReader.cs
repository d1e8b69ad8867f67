using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Reviews that bear the person's e-mail address. Klaviyo cannot be asked for them by person, so all reviews are looked through,
/// and only in an account that has metrics of reviews at all.
/// </summary>
internal sealed class ReviewsReader(AccountCatalogue catalogue) : IPartReader
{
    public string Read => Reads.Reviews;

    public string Operation => "get_reviews";

    public async Task ReadAsync(PartReading reading, CancellationToken cancellationToken)
    {
        if (reading.Profile.Email is not { } email || !await catalogue.HasReviewsAsync(reading.Work, reading.Klaviyo, cancellationToken))
        {
            await reading.WriteAsync(Categories.Reviews, Operation, [], cancellationToken);
            return;
        }

        await reading.WriteAsync(
            Categories.Reviews, Operation,
            reading.Klaviyo.Reviews.ListAsync(cancellationToken: cancellationToken).Select(page => new PartPage([.. page.Items
                .Where(review => string.Equals(EmailOf(review), email, StringComparison.OrdinalIgnoreCase)).Select(review => RowBytes.Of(review.Json))])),
            cancellationToken);
    }

    public static string? EmailOf(KlaviyoResource<ReviewAttributes> review) => review.Json.Member("attributes").Text("email");
}
