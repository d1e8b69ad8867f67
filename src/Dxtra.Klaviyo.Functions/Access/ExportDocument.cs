using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What an export is made from; the rows themselves lie in the parts.</summary>
/// <param name="Request">The request that it answers.</param>
/// <param name="Processor">The Klaviyo account.</param>
/// <param name="Subject">The identifiers that the request named.</param>
/// <param name="Parts">What was read.</param>
/// <param name="GeneratedAt">Now.</param>
/// <param name="Look">0 for the whole; for a supplement the days after which it was looked again, see <see cref="RequestWork.Look"/>.</param>
internal sealed record ExportDocument(
    SubjectRequest Request, Processor Processor, SubjectIdentity Subject, IReadOnlyList<PartResult> Parts, DateTimeOffset GeneratedAt, int Look = 0);
