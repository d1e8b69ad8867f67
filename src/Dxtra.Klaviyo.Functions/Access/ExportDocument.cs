using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What an export is made from; the rows themselves lie in the parts.</summary>
internal sealed record ExportDocument(
    SubjectRequest Request, Processor Processor, SubjectIdentity Subject, IReadOnlyList<PartResult> Parts, DateTimeOffset GeneratedAt);
