using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Filters;
using Dxtra.Klaviyo.Sandbox.Paging;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Reviews;

/// <summary>Reviews of all products and the shop. There is no filter by person.</summary>
internal sealed class ReviewsResource(AccountData data) : IResource
{
    private const string AnyStatus = "all";

    private static readonly FieldMap<Review> Filters = new(new Dictionary<string, Func<Review, object?>>
    {
        ["id"] = review => review.Id,
        ["created"] = review => review.Created,
        ["rating"] = review => (double?)review.Rating,
        ["item.id"] = review => review.Product is { } product ? ReviewWriter.ItemId(product) : null,
        ["content"] = review => review.Content,
        ["status"] = review => review.Status,
        ["review_type"] = review => review.Type,
        ["verified"] = review => review.Verified,
    });

    private static readonly SortedRows<Review> Rows = new(review => review.Id, new Dictionary<string, Func<Review, string>>
    {
        ["created"] = review => SortKey.Of(review.Created),
        ["updated"] = review => SortKey.Of(review.Updated),
        ["rating"] = review => SortKey.Of(review.Rating?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    });

    public IReadOnlyDictionary<string, Func<ApiCall, ApiResult>> Operations => new Dictionary<string, Func<ApiCall, ApiResult>>
    {
        ["get_reviews"] = GetAll,
        ["get_review"] = Get,
    };

    private ApiResult GetAll(ApiCall call)
    {
        var clauses = call.Query.Filter.Where(clause => clause is not { Field: "status", Value: AnyStatus }).ToList();
        var page = Rows.Cut(data.Reviews.Where(review => Filters.Matches(review, clauses, call.Query.FilterQuirks)), call.Page("-created"));
        var writer = new ReviewWriter(data, new ResourceWriter(call));
        return ApiResult.Ok(new DocumentWriter(call).Collection(page, writer.Write, writer.Include));
    }

    private ApiResult Get(ApiCall call)
    {
        var review = data.Reviews.Find(review => review.Id == call.Id)
            ?? throw new ApiErrorException(RequestErrors.NotFound(ResourceTypes.Review, call.Id));
        var writer = new ReviewWriter(data, new ResourceWriter(call));
        return ApiResult.Ok(new DocumentWriter(call).Single(review, writer.Write, writer.Include));
    }
}
