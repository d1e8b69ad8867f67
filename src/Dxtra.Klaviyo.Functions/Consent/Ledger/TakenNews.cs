namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What became of news, history by history.</summary>
internal sealed record TakenNews(IReadOnlyList<WrittenHistory> Histories, int Erased)
{
    public ConsentReceipt Receipt => new(Histories.Sum(history => history.Added.Count), Histories.Sum(history => history.Known.Count), Erased);
}
