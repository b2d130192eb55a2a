#include "base/end_signals.h"

#include <catch2/catch.hpp>

#include <QCoreApplication>

#ifdef Q_OS_UNIX

#include <csignal>

using namespace mishutai;

TEST_CASE("signals that end a program reach the event loop, twice too, and are its own again afterwards")
{
    struct sigaction before {
    };
    sigaction(SIGTERM, nullptr, &before);
    int asked = 0;
    {
        const EndSignals signalsOfSystem;
        QObject::connect(&signalsOfSystem, &EndSignals::asked, [&asked] { ++asked; });
        for (const int signal : {SIGTERM, SIGHUP, SIGINT}) {
            raise(signal);
            CHECK(asked == 0); // nothing is done inside the handler
            for (int round = 0; round < 1000 && asked == 0; ++round)
                QCoreApplication::processEvents();
            CHECK(asked == 1);
            asked = 0;
        }
        raise(SIGTERM);
        raise(SIGHUP);
        for (int round = 0; round < 1000 && asked == 0; ++round)
            QCoreApplication::processEvents();
        CHECK(asked > 0);
    }
    struct sigaction after {
    };
    sigaction(SIGTERM, nullptr, &after);
    CHECK(after.sa_handler == before.sa_handler);
}

#endif
