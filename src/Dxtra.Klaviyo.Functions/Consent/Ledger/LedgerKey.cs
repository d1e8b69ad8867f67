using System.Security.Cryptography;
using System.Text;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>One history: of a person and a channel, each list being a channel of its own.</summary>
internal sealed record LedgerKey(LedgerSubject Subject, ConsentChannel Channel, string? ListId)
{
    public static LedgerKey Of(LedgerSubject subject, ConsentNews news) =>
        new(subject, news.Channel, news.Channel == ConsentChannel.List ? news.ListId : null);

    /// <summary>Fit for a table: a list may be known by its name alone, which has any characters.</summary>
    public string ChannelKey => ListId is null
        ? Channel.ToString()
        : $"{Channel}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ListId)))[..16]}";
}
