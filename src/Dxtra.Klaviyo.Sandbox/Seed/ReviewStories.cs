using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Seed;

/// <summary>Invitations to review what was bought, some of which are followed: the first always, every third under an address in capitals.</summary>
internal sealed class ReviewStories(AccountData data, SeedContext context, EventSink sink)
{
    private int _number = 2_134_000;

    public void Invite(Profile profile, DateTimeOffset at, Product product)
    {
        var isFirst = data.Reviews.Count == 0;
        if (!isFirst && context.Chance(0.6))
            return;
        sink.Add(profile, MetricNames.ReadyToReview, at, new JsonObject { ["ProductID"] = product.Id, ["ProductName"] = product.Name });
        if (profile.Email is not null && (isFirst || context.Chance(0.7)))
            Write(profile, at.AddHours(5), product);
    }

    private void Write(Profile profile, DateTimeOffset at, Product product)
    {
        var (rating, title, content) = context.Pick(Opinions);
        var submitted = sink.Add(
            profile, MetricNames.SubmittedReview, at, new JsonObject { ["ProductID"] = product.Id, ["Rating"] = rating, ["Review"] = content });
        data.Reviews.Add(new Review
        {
            Id = $"{++_number}",
            ProfileId = profile.Id,
            Email = _number % 3 == 0 ? profile.Email!.ToUpperInvariant() : profile.Email,
            Author = (string?)profile.Attributes["first_name"],
            Status = context.Pick(["published", "published", "featured", "pending", "rejected", "unpublished"]),
            Verified = true,
            Created = at,
            Updated = at.AddHours(1),
            Product = new ReviewedProduct(product.Id, product.Name, product.Url),
            Rating = rating,
            Title = title,
            Content = content,
            Reply = rating < 3 ? "We are sorry. A colleague will write to you." : null,
            Images = context.Chance(0.2) ? [$"https://images.example.com/reviews/{_number}.jpg"] : [],
            EventIds = [submitted.Id],
        });
    }

    private static (int Rating, string Title, string Content)[] Opinions { get; } =
    [
        (5, "Lovely", "Softer with every wash. “Worth it” – my mother."),
        (4, "Good, but", "Runs a size large;\nI would order one down."),
        (3, "All right", "It is a shirt."),
        (1, "Fell apart", "The seam went on the second day <sigh>."),
    ];
}
