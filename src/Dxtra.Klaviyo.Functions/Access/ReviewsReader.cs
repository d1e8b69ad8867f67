using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Reviews that bear the person's e-mail address. Klaviyo cannot be asked for them by person, so all reviews are looked through,
/// and only in an account that has metrics of reviews at all.
/// </summary>
internal sealed class ReviewsReader(AccountCatalogue catalogue, AccountSearch search) : IPartReader
{
    public string Read => Reads.Reviews;

    public string Operation => "get_reviews";

    public Task ReadAsync(PartReading reading, CancellationToken cancellationToken) => ReadAsync([reading], cancellationToken);

    /// <summary>For people of one account together.</summary>
    public async Task ReadAsync(IReadOnlyList<PartReading> people, CancellationToken cancellationToken)
    {
        var (work, klaviyo) = (people[0].Work, people[0].Klaviyo);
        if (people.All(person => person.Profile.Email is null) || !await catalogue.HasReviewsAsync(work, klaviyo, cancellationToken))
        {
            foreach (var person in people)
                await person.WriteAsync(Categories.Reviews, Operation, [], cancellationToken);
            return;
        }

        await search.WriteAsync(
            Categories.Reviews, Operation, people, token => klaviyo.Reviews.ListAsync(cancellationToken: token).Select(PartPage.Of), IsOf, cancellationToken);
    }

    private static Func<ProfileIdentity, bool> IsOf(JsonElement review)
    {
        var email = review.Member("attributes").Text("email");
        return profile => email is not null && string.Equals(email, profile.Email, StringComparison.OrdinalIgnoreCase);
    }
}
