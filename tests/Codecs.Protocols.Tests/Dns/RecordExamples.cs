namespace Codecs.Protocols.Tests.Dns;

/// <summary>Data of every type of record in both forms: examples of the RFCs, or what these have values for. The octets were put together by hand from the RFC's diagram.</summary>
internal static class RecordExamples
{
    /// <summary>Type, text and octets.</summary>
    public static TheoryData<string, string, string> All => new()
    {
        // RFC 1035 section 3.4.1.
        { "A", "10.0.0.52", "0a000034" },
        // RFC 3596 section 2.4.
        { "AAAA", "2001:db8::1", "20010db8000000000000000000000001" },
        // RFC 1035 section 3.3.11.
        { "NS", "a.isi.edu.", "0161036973690365647500" },
        // RFC 1035 section 3.3.1.
        { "CNAME", "c.isi.edu.", "0163036973690365647500" },
        // RFC 1035 section 3.5.
        { "PTR", "milnet-gw.isi.edu.", "096d696c6e65742d6777036973690365647500" },
        // RFC 1035 section 5.3.
        { "SOA", "venera.isi.edu. action\\.domains.isi.edu. 20 7200 600 3600000 60", "0676656e6572610369736903656475000e616374696f6e2e646f6d61696e730369736903656475000000001400001c20000002580036ee800000003c" },
        // RFC 1035 section 3.3.9.
        { "MX", "10 venera.isi.edu.", "000a0676656e657261036973690365647500" },
        // RFC 7505 section 3.
        { "MX", "0 .", "000000" },
        // RFC 1035 section 3.3.3.
        { "MB", "a.isi.edu.", "0161036973690365647500" },
        // RFC 1035 section 3.3.6.
        { "MG", "fred.isi.edu.", "0466726564036973690365647500" },
        // RFC 1035 section 3.3.7.
        { "MINFO", "owner.isi.edu. errors.isi.edu.", "056f776e6572036973690365647500066572726f7273036973690365647500" },
        // RFC 1035 section 3.3.14.
        { "TXT", "\"printer=lpr5\" \"a\\\"b\\\\ \\009\"", "0c7072696e7465723d6c707235066122625c2009" },
        // RFC 7208 section 3.
        { "SPF", "\"v=spf1 +mx -all\"", "0f763d73706631202b6d78202d616c6c" },
        // RFC 9606 section 5.
        { "RESINFO", "\"qnamemin\" \"exterr=15-17\"", "08716e616d656d696e0c6578746572723d31352d3137" },
        // RFC 1035 section 3.3.2.
        { "HINFO", "\"VAX-11/780\" \"UNIX\"", "0a5641582d31312f37383004554e4958" },
        // RFC 1035 section 3.4.2.
        { "WKS", "10.0.0.52 6 25", "0a0000340600000040" },
        // RFC 1183 section 1.
        { "AFSDB", "1 bigbird.toaster.com.", "0001076269676269726407746f617374657203636f6d00" },
        // RFC 1183 section 2.2.
        { "RP", "louie.trantor.umd.edu. lam1.people.umd.edu.", "056c6f756965077472616e746f7203756d640365647500046c616d310670656f706c6503756d640365647500" },
        // RFC 1183 section 3.1.
        { "X25", "\"311061700956\"", "0c333131303631373030393536" },
        // RFC 1183 section 3.2.
        { "ISDN", "\"150862028003217\" \"004\"", "0f31353038363230323830303332313703303034" },
        // RFC 1183 section 3.3.
        { "RT", "2 relay.prime.com.", "00020572656c6179057072696d6503636f6d00" },
        // RFC 1706 section 5.
        { "NSAP", "0x47000580005a0000000001e133ffffff00016100", "47000580005a0000000001e133ffffff00016100" },
        // RFC 1706 section 6.
        { "NSAP-PTR", "foo.bar.com.", "03666f6f0362617203636f6d00" },
        // RFC 1712 section 3.
        { "GPOS", "-32.6882 116.8652 10.0", "082d33322e36383832083131362e383635320431302e30" },
        // RFC 1876 section 4.
        { "LOC", "42 21 54.000 N 71 6 18.000 W -24.00m 30.00m 10000.00m 10.00m", "0033161389172dd070be15f000988d20" },
        // RFC 2163 section 4.
        { "PX", "50 ninux-uni.it. o-ninux.prmd-uni.admd-net.c-it.", "0032096e696e75782d756e6902697400076f2d6e696e75780870726d642d756e690861646d642d6e657404632d697400" },
        // RFC 2230 section 3.
        { "KX", "10 rt1.example.com.", "000a03727431076578616d706c6503636f6d00" },
        // RFC 2782.
        { "SRV", "1 3 9 old-slow-box.example.com.", "0001000300090c6f6c642d736c6f772d626f78076578616d706c6503636f6d00" },
        // RFC 3403 section 6.2.
        { "NAPTR", "100 50 \"a\" \"z3950+N2L+N2C\" \"\" cidserver.example.com.", "0064003201610d7a333935302b4e324c2b4e32430009636964736572766572076578616d706c6503636f6d00" },
        // RFC 4398 section 2.
        { "CERT", "PKIX 60000 8 AQIDBA==", "0001ea600801020304" },
        // RFC 6672 section 2.1.
        { "DNAME", "frobozz-division.acme.example.", "1066726f626f7a7a2d6469766973696f6e0461636d65076578616d706c6500" },
        // RFC 3123 section 6.
        { "APL", "1:192.168.32.0/21 !1:192.168.38.0/28 2:ff00::/8", "00011503c0a82000011c83c0a82600020801ff" },
        // RFC 4034 section 5.4.
        { "DS", "60485 5 1 2bb183af5f22588179a53b0a98631fad1a292118", "ec4505012bb183af5f22588179a53b0a98631fad1a292118" },
        // RFC 8078 section 4.
        { "CDS", "0 0 0 00", "0000000000" },
        // RFC 4255 section 3.2.
        { "SSHFP", "2 1 123456789abcdef67890123456789abcdef67890", "0201123456789abcdef67890123456789abcdef67890" },
        // RFC 4025 section 3.2.
        { "IPSECKEY", "10 1 2 192.0.2.38 AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==", "0a0102c0000226010351537986ed35533b6064478eeeb27b5bd74dae149b6e81ba3a0521af82ab7801" },
        // RFC 4025 section 3.2.
        { "IPSECKEY", "10 0 2 . AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==", "0a0002010351537986ed35533b6064478eeeb27b5bd74dae149b6e81ba3a0521af82ab7801" },
        // RFC 4025 section 3.2.
        { "IPSECKEY", "10 3 2 mygateway.example.com. AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==", "0a0302096d7967617465776179076578616d706c6503636f6d00010351537986ed35533b6064478eeeb27b5bd74dae149b6e81ba3a0521af82ab7801" },
        // RFC 4025 section 3.2.
        { "IPSECKEY", "10 2 2 2001:db8:0:8002::2000:1 AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==", "0a020220010db8000080020000000020000001010351537986ed35533b6064478eeeb27b5bd74dae149b6e81ba3a0521af82ab7801" },
        // RFC 4034 section 3.3.
        { "RRSIG", "A 5 3 86400 20030322173103 20030220173103 2642 example.com. oJB1W6WNGv+ldvQ3WDG0MQkg5IEhjRip8WTrPYGv07h108dUKGMeDPKijVCHX3DDKdfb+v6oB9wfuh3DTJXUAfI/M0zmO/zz8bW0Rznl8O3tGNazPwQKkRN20XPXV6nwwfoXmJQbsLNrLfkGJ5D6fwFm8nN+6pBzeDQfsS3Ap3o=", "00010503000151803e7c9dd73e5510d70a52076578616d706c6503636f6d00a090755ba58d1affa576f4375831b4310920e481218d18a9f164eb3d81afd3b875d3c75428631e0cf2a28d50875f70c329d7dbfafea807dc1fba1dc34c95d401f23f334ce63bfcf3f1b5b44739e5f0eded18d6b33f040a911376d173d757a9f0c1fa1798941bb0b36b2df9062790fa7f0166f2737eea907378341fb12dc0a77a" },
        // RFC 2931 section 3.
        { "SIG", "TYPE0 5 0 0 20030322173103 20030220173103 2642 example.com. AQID", "00000500000000003e7c9dd73e5510d70a52076578616d706c6503636f6d00010203" },
        // RFC 4034 section 4.3.
        { "NSEC", "host.example.com. A MX RRSIG NSEC TYPE1234", "04686f7374076578616d706c6503636f6d000006400100000003041b000000000000000000000000000000000000000000000000000020" },
        // RFC 4034 section 2.3.
        { "DNSKEY", "256 3 5 AQPSKmynfzW4kyBv015MUG2DeIQ3Cbl+BBZH4b/0PY1kxkmvHjcZc8nokfzj31GajIQKY+5CptLr3buXA10hWqTkF7H6RfoRqXQeogmMHfpftf6zMv1LyBUgia7za6ZEzOJBOztyvhjL742iU/TpPSEDhm2SNKLijfUppn1UaNvv4w==", "010003050103d22a6ca77f35b893206fd35e4c506d8378843709b97e041647e1bff43d8d64c649af1e371973c9e891fce3df519a8c840a63ee42a6d2ebddbb97035d215aa4e417b1fa45fa11a9741ea2098c1dfa5fb5feb332fd4bc8152089aef36ba644cce2413b3b72be18cbef8da253f4e93d2103866d9234a2e28df529a67d5468dbefe3" },
        // RFC 3445 section 3.
        { "KEY", "512 3 5 AQID", "02000305010203" },
        // RFC 4701 section 3.6.1.
        { "DHCID", "AAIBY2/AuCccgoJbsaxcQc9TUapptP69lOjxfNuVAA2kjEA=", "000201636fc0b8271c82825bb1ac5c41cf5351aa69b4febd94e8f17cdb95000da48c40" },
        // RFC 5155 appendix A.
        { "NSEC3", "1 1 12 aabbccdd 2t7b4g4vsa5smi47k61mv5bv1a22bojr NS SOA MX RRSIG DNSKEY NSEC3PARAM", "0101000c04aabbccdd14174eb2409fe28bcb4887a1836f957f0a8425e27b000722010000000290" },
        // RFC 5155 section 4.
        { "NSEC3PARAM", "1 0 0 -", "0100000000" },
        // RFC 6698 section 2.3.
        { "TLSA", "0 0 1 d2abde240d7cd3ee6b4b28c54df034b97983a1d16e8a410e4561cb106618e971", "000001d2abde240d7cd3ee6b4b28c54df034b97983a1d16e8a410e4561cb106618e971" },
        // RFC 8162 section 2.
        { "SMIMEA", "3 1 0 0102", "0301000102" },
        // RFC 8005 section 6.
        { "HIP", "2 200100107b1a74df365639cc39f1d578 AwEAAbdxyhNuSutc5EMzxTs9LBPCIkOFH8cIvM4p9+LrV4e19WzK00+CI6zBCQTdtWsuxKbWIy87UOoJTwkUs7lBu+Upr1gsNrut79ryra+bSRGQb1slImA8YVJyuIDsj7kwzG7jnERNqnWxZ48AWkskmdHaVDP4BcelrTI3rMXdXF5D rvs1.example.com. rvs2.example.com.", "10020084200100107b1a74df365639cc39f1d57803010001b771ca136e4aeb5ce44333c53b3d2c13c22243851fc708bcce29f7e2eb5787b5f56ccad34f8223acc10904ddb56b2ec4a6d6232f3b50ea094f0914b3b941bbe529af582c36bbadefdaf2adaf9b4911906f5b2522603c615272b880ec8fb930cc6ee39c444daa75b1678f005a4b2499d1da5433f805c7a5ad3237acc5dd5c5e430472767331076578616d706c6503636f6d000472767332076578616d706c6503636f6d00" },
        // RFC 7929 section 2.
        { "OPENPGPKEY", "mQENBEteQDs=", "99010d044b5e403b" },
        // RFC 7477 section 2.1.2.
        { "CSYNC", "66 3 A NS AAAA", "000000420003000460000008" },
        // RFC 8976 appendix A.1.
        { "ZONEMD", "2018031900 1 1 c68090d90a7aed716bc459f9340e3d7c1370d4d24b7e2fc3a1ddc0b9a87153b9a9713b3c9ae5cc27777f98b8e730044c", "7848b91c0101c68090d90a7aed716bc459f9340e3d7c1370d4d24b7e2fc3a1ddc0b9a87153b9a9713b3c9ae5cc27777f98b8e730044c" },
        // RFC 9460 appendix D.1.
        { "HTTPS", "0 foo.example.com.", "000003666f6f076578616d706c6503636f6d00" },
        // RFC 9460 appendix D.2, figure 3.
        { "SVCB", "16 foo.example.com. port=53", "001003666f6f076578616d706c6503636f6d00000300020035" },
        // RFC 9859 section 2.1.
        { "DSYNC", "CDS 1 5359 scanner.example.net.", "003b0114ef077363616e6e6572076578616d706c65036e657400" },
        // RFC 6742 section 2.1.2.
        { "NID", "10 0014:4fff:ff20:ee64", "000a00144fffff20ee64" },
        // RFC 6742 section 2.2.2.
        { "L32", "10 10.1.2.0", "000a0a010200" },
        // RFC 6742 section 2.3.2.
        { "L64", "10 2001:0db8:1140:1000", "000a20010db811401000" },
        // RFC 6742 section 2.4.2.
        { "LP", "10 l64-subnet1.example.com.", "000a0b6c36342d7375626e657431076578616d706c6503636f6d00" },
        // RFC 7043 section 3.2.
        { "EUI48", "00-00-5e-00-53-2a", "00005e00532a" },
        // RFC 7043 section 4.2.
        { "EUI64", "00-00-5e-ef-10-00-00-2a", "00005eef1000002a" },
        // RFC 7553 section 4.6.
        { "URI", "10 1 \"ftp://ftp1.example.com/public\"", "000a00016674703a2f2f667470312e6578616d706c652e636f6d2f7075626c6963" },
        // RFC 8659 section 4.2.
        { "CAA", "0 issue \"ca1.example.net; account=230123\"", "000569737375656361312e6578616d706c652e6e65743b206163636f756e743d323330313233" },
        // RFC 8777 section 4.3.1.
        { "AMTRELAY", "10 0 1 203.0.113.15", "0a01cb00710f" },
        // RFC 8777 section 4.3.1.
        { "AMTRELAY", "128 1 3 amtrelays.example.com.", "808309616d7472656c617973076578616d706c6503636f6d00" },
        // RFC 8777 section 4.3.1.
        { "AMTRELAY", "10 0 2 2001:db8::15", "0a0220010db8000000000000000000000015" },
        // RFC 8777 section 4.2.4.
        { "AMTRELAY", "0 0 0 .", "0000" },
        // RFC 8945 section 4.2.
        { "TSIG", "hmac-sha256. 853804800 300 AQIDBA== 51003 0", "0b686d61632d73686132353600000032e40700012c000401020304c73b00000000" },
        // RFC 2930 section 2.
        { "TKEY", "gss-tsig. 20030220173103 20030322173103 3 0 AQID", "086773732d74736967003e5510d73e7c9dd70003000000030102030000" },
        // RFC 3597 section 5.
        { "TYPE731", "\\# 6 abcdef012345", "abcdef012345" },
        { "TYPE731", "\\# 0", "" },
        { "NULL", "\\# 3 000102", "000102" },
    };
}
