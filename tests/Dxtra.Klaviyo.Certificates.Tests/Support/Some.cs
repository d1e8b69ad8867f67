using System.Security.Cryptography;

namespace Dxtra.Klaviyo.Certificates.Tests;

/// <summary>A key and a certificate, whichever.</summary>
internal static class Some
{
    public static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static readonly DeletionCertificate Certificate = new(
        DeletionCertificate.CurrentVersion,
        "01K-1",
        Time(12),
        "en",
        ["Profile 1 was deleted: “nothing” was found twice in a row."],
        new("did:dep:ab", "Kestrel & Søn", "01P", "AbC123"),
        new("01K", 3, "gdpr", ["profile"], Time(1), Time(2), Time(12)),
        new(new('a', 64)),
        new("document", Time(3), "Front desk", "ada.admin", new('b', 64)),
        new(new('c', 64), Time(4), 1),
        [new("ada.admin", Time(5))],
        new("ada.admin", Time(6)),
        [new(1, new('d', 64), true, new Dictionary<string, int> { ["events"] = 12 }, ["events"])],
        [new(Time(7), 1, "delete", null, 1, "accepted", "Klaviyo took the order to delete the profile.")],
        [new(Time(8), 1, 1, "profileId", "absent"), new(Time(9), 2, 1, "profileId", "absent")],
        [new(1, "confirmed", Time(9), "Deleted.", [])],
        [new("redacted", "Events", "Klaviyo cannot delete them.")]);

    public static byte[] File { get; } = CertificateSigner.Sign(Certificate, Key);

    private static DateTime Time(int hour) => new(2026, 11, 23, hour, 0, 0, DateTimeKind.Utc);
}
