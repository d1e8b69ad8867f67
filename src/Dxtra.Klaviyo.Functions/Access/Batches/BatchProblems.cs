using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Access;

internal static class BatchProblems
{
    public static Problem TooMany { get; } = new(StatusCodes.Status413PayloadTooLarge, ProblemTypes.InvalidInput,
        "The batch is too large.", $"A batch has at most {BatchInput.MostLines} people. Send the rest as another batch.");

    public static Problem NotFound { get; } = Problem.NotFound(ProblemTypes.BatchNotFound, "id", "This controller has no batch with this id.");

    public static Problem Empty(string field) => Problem.Invalid(new Dictionary<string, string[]> { [field] = ["Name at least one person."] });
}
